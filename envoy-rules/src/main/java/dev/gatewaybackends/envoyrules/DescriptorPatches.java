// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Duration;
import dev.gatewaybackends.envoyrules.pgv.RuleOptions;
import io.envoyproxy.envoy.config.common.matcher.v3.MatchPredicate;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds fields of newer Envoy protos that the oldest supported jar lacks.
 *
 * <p>A patch adds one field to one message, with the messages and imports the field needs. It is left out where the jar on
 * the class path already knows the field.
 */
final class DescriptorPatches {
    private static final String AWS = "envoy.extensions.common.aws.v3";

    private static final String GCP_AUTHN = "envoy.extensions.filters.http.gcp_authn.v3";
    private static final String HTTP_OPTIONS = "envoy.extensions.upstreams.http.v3";
    private static final String COMPOSITE = "envoy.extensions.filters.http.composite.v3";

    private final List<Patch> patches = List.of(
            new Patch(
                    AWS + ".AwsCredentialProvider",
                    FieldDescriptors.message(
                            "assume_role_credential_provider", 10, AWS + ".AssumeRoleCredentialProvider"),
                    List.of(DescriptorProto.newBuilder()
                            .setName("AssumeRoleCredentialProvider")
                            .addField(FieldDescriptors.text("role_arn", 1).setOptions(RuleOptions.notEmpty()))
                            .addField(FieldDescriptors.text("role_session_name", 2))
                            .addField(FieldDescriptors.text("external_id", 3))
                            .addField(FieldDescriptors.message("session_duration", 4, "google.protobuf.Duration")
                                    .setOptions(RuleOptions.durationBetween(900, 43_200)))
                            .addField(
                                    FieldDescriptors.message("credential_provider", 5, AWS + ".AwsCredentialProvider"))
                            .build()),
                    List.of(Duration.getDescriptor().getFile())),
            new Patch(
                    GCP_AUTHN + ".Audience",
                    FieldDescriptors.message("access_token", 2, GCP_AUTHN + ".AccessToken"),
                    // Nested in Envoy's own proto, where it has scopes; the name shows nowhere.
                    List.of(DescriptorProto.newBuilder().setName("AccessToken").build()),
                    List.of(),
                    // The URL is optional beside an access token.
                    List.of("url")),
            new Patch(
                    "envoy.config.endpoint.v3.Endpoint",
                    FieldDescriptors.text("observability_name", 5),
                    List.of(),
                    List.of()),
            new Patch(
                    "envoy.extensions.http.injected_credentials.generic.v3.Generic",
                    FieldDescriptors.text("header_value_prefix", 3),
                    List.of(),
                    List.of()),
            new Patch(
                    HTTP_OPTIONS + ".HttpProtocolOptions",
                    FieldDescriptors.message("outlier_detection", 8, HTTP_OPTIONS + ".OutlierDetection"),
                    // Nested in Envoy's own proto; the name shows nowhere.
                    List.of(DescriptorProto.newBuilder()
                            .setName("OutlierDetection")
                            .addField(FieldDescriptors.message(
                                            "error_matcher", 1, "envoy.config.common.matcher.v3.MatchPredicate")
                                    .setOptions(RuleOptions.required()))
                            .build()),
                    List.of(MatchPredicate.getDescriptor().getFile())),
            new Patch(
                    HTTP_OPTIONS + ".HttpProtocolOptions",
                    FieldDescriptors.message("retry_policy", 11, "envoy.config.route.v3.RetryPolicy"),
                    List.of(),
                    List.of(RetryPolicy.getDescriptor().getFile())),
            new Patch(
                    COMPOSITE + ".ExecuteFilterAction",
                    FieldDescriptors.message("filter_chain", 4, COMPOSITE + ".FilterChainConfiguration"),
                    List.of(DescriptorProto.newBuilder()
                            .setName("FilterChainConfiguration")
                            .addField(FieldDescriptors.message(
                                            "typed_config", 1, "envoy.config.core.v3.TypedExtensionConfig")
                                    .setLabel(FieldDescriptorProto.Label.LABEL_REPEATED))
                            .build()),
                    List.of()));

    /**
     * A field that a message lacks.
     *
     * @param messages the messages that the field needs
     * @param imports the files that the field needs
     * @param released the fields that have had no rules of their own since there is this one
     */
    private record Patch(
            String message,
            FieldDescriptorProto.Builder field,
            List<DescriptorProto> messages,
            List<FileDescriptor> imports,
            List<String> released) {
        Patch(
                String message,
                FieldDescriptorProto.Builder field,
                List<DescriptorProto> messages,
                List<FileDescriptor> imports) {
            this(message, field, messages, imports, List.of());
        }

        boolean appliesTo(FileDescriptor file) {
            String prefix = file.getPackage() + ".";
            if (!message.startsWith(prefix)) {
                return false;
            }
            Descriptor type = file.findMessageTypeByName(message.substring(prefix.length()));
            return type != null && type.findFieldByNumber(field.getNumber()) == null;
        }
    }

    /** Returns whether a file lacks anything. */
    boolean concern(FileDescriptor file) {
        for (Patch patch : patches) {
            if (patch.appliesTo(file)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds what a file lacks.
     *
     * @param file the file as the jar has it
     * @param proto the file's proto, to be changed
     * @param imports the files it is to be linked with, to be added to
     */
    void apply(FileDescriptor file, FileDescriptorProto.Builder proto, List<FileDescriptor> imports) {
        for (Patch patch : patches) {
            if (patch.appliesTo(file)) {
                apply(patch, proto);
                for (FileDescriptor extra : patch.imports()) {
                    if (imports.stream().noneMatch(known -> known.getName().equals(extra.getName()))) {
                        proto.addDependency(extra.getName());
                        imports.add(extra);
                    }
                }
            }
        }
    }

    private static void apply(Patch patch, FileDescriptorProto.Builder proto) {
        String name = patch.message().substring(proto.getPackage().length() + 1);
        List<String> known = new ArrayList<>();
        for (DescriptorProto.Builder message : proto.getMessageTypeBuilderList()) {
            known.add(message.getName());
            if (message.getName().equals(name)) {
                message.getFieldBuilderList().stream()
                        .filter(field -> patch.released().contains(field.getName()))
                        .forEach(FieldDescriptorProto.Builder::clearOptions);
                message.addField(patch.field());
            }
        }
        for (DescriptorProto message : patch.messages()) {
            if (!known.contains(message.getName())) {
                proto.addMessageType(message);
            }
        }
    }
}
