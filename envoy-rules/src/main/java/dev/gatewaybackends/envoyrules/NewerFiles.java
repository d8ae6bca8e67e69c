// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.gatewaybackends.envoyrules.pgv.RuleOptions;
import io.envoyproxy.envoy.config.common.mutation_rules.v3.HeaderMutation;
import io.envoyproxy.envoy.config.core.v3.SubstitutionFormatString;
import org.jspecify.annotations.Nullable;

/** The messages of files of newer Envoy protos that the oldest supported jar lacks. */
final class NewerFiles {
    private static final String PACKAGE = "envoy.extensions.filters.http.transform.v3";
    private static final FileDescriptor TRANSFORM = transform();

    private NewerFiles() {}

    /** Returns the descriptor of a message; null when it is none of these. */
    static @Nullable Descriptor find(String fullName) {
        return fullName.startsWith(PACKAGE + ".")
                ? TRANSFORM.findMessageTypeByName(fullName.substring(PACKAGE.length() + 1))
                : null;
    }

    private static FileDescriptor transform() {
        FileDescriptor[] imports = {
            HeaderMutation.getDescriptor().getFile(),
            SubstitutionFormatString.getDescriptor().getFile()
        };
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder()
                .setName(PACKAGE.replace('.', '/') + "/transform.proto")
                .setSyntax("proto3")
                .setPackage(PACKAGE)
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("TransformConfig")
                        .addField(FieldDescriptors.message("request_transformation", 1, PACKAGE + ".Transformation"))
                        .addField(FieldDescriptors.message("response_transformation", 2, PACKAGE + ".Transformation"))
                        .addField(FieldDescriptors.field("clear_cluster_cache", 3)
                                .setType(FieldDescriptorProto.Type.TYPE_BOOL))
                        .addField(FieldDescriptors.field("clear_route_cache", 4)
                                .setType(FieldDescriptorProto.Type.TYPE_BOOL)))
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("Transformation")
                        .addField(FieldDescriptors.message(
                                        "headers_mutations",
                                        1,
                                        HeaderMutation.getDescriptor().getFullName())
                                .setLabel(FieldDescriptorProto.Label.LABEL_REPEATED))
                        .addField(FieldDescriptors.message("body_transformation", 2, PACKAGE + ".BodyTransformation")))
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("BodyTransformation")
                        .addField(FieldDescriptors.message(
                                        "body_format",
                                        1,
                                        SubstitutionFormatString.getDescriptor().getFullName())
                                .setOptions(RuleOptions.required()))
                        .addField(FieldDescriptors.field("action", 2)
                                .setType(FieldDescriptorProto.Type.TYPE_ENUM)
                                .setTypeName("." + PACKAGE + ".BodyTransformation.TransformAction"))
                        .addEnumType(EnumDescriptorProto.newBuilder()
                                .setName("TransformAction")
                                .addValue(EnumValueDescriptorProto.newBuilder()
                                        .setName("MERGE")
                                        .setNumber(0))
                                .addValue(EnumValueDescriptorProto.newBuilder()
                                        .setName("REPLACE")
                                        .setNumber(1))));
        for (FileDescriptor needed : imports) {
            file.addDependency(needed.getName());
        }
        try {
            return FileDescriptor.buildFrom(file.build(), imports);
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException("cannot build " + file.getName(), e);
        }
    }
}
