// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.plugins.ai.settings.RewriteMode;
import dev.gatewaybackends.plugins.ai.settings.SdsSource;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.common.mutation_rules.v3.HeaderMutation;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No cluster holds what makes an Envoy crash, refuse it or verify nothing. */
class NoCrashTest {
    private final EnvoyDescriptors descriptors = EnvoyDescriptors.create();

    static Stream<TranslationSettings> settings() {
        return Stream.of(RewriteMode.values())
                .flatMap(rewrite -> Stream.of(SdsSource.ADS, SdsSource.files("/secrets"))
                        .flatMap(source -> Stream.of(EnvoyVersion.of(34), EnvoyVersion.of(37))
                                .map(version -> Llm.SECURE.toBuilder()
                                        .set(AiSettings.REWRITE, rewrite)
                                        .set(AiSettings.SDS_SOURCE, source)
                                        .set(AiSettings.ENVOY_VERSION, version)
                                        .build())));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void cluster_ofAnySettings_refersToSecretsByASourceAndChangesNoPseudoHeader(TranslationSettings settings) {
        TranslationResult result = Llm.translate(
                settings,
                Llm.groups(
                        "openai: {" + Llm.KEY + ", model: m}",
                        "openai: {authToken: {kind: SecretRef, secretRef: {name: other}}, model: n}"),
                Llm.secret("other", "fake-other"));

        List<Message> all = new ArrayList<>();
        collect(descriptors.toDynamic(result.cluster()), all);
        List<Message> references = named(all, SdsSecretConfig.getDescriptor());
        assertThat(references)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(reference -> assertThat(reference.hasField(
                                reference.getDescriptorForType().findFieldByName("sds_config")))
                        .isTrue());
        assertThat(references.stream()
                        .map(reference -> reference.getField(
                                reference.getDescriptorForType().findFieldByName("name")))
                        .collect(Collectors.toSet()))
                .isEqualTo(result.secrets().stream()
                        .map(secret -> (Object) secret.getName())
                        .collect(Collectors.toSet()));
        assertThat(named(all, HeaderMutation.getDescriptor())).isNotEmpty().allSatisfy(mutation -> {
            assertThat(mutation.toString()).doesNotContain("\":", "\"host\"");
        });
        assertThat(all)
                .noneMatch(message -> message.getDescriptorForType().getName().equals("SystemRootCerts"));
    }

    private static List<Message> named(List<Message> all, Descriptor type) {
        return all.stream()
                .filter(message -> message.getDescriptorForType().getFullName().equals(type.getFullName()))
                .toList();
    }

    private void collect(Message message, List<Message> all) {
        all.add(message);
        if (message.getDescriptorForType()
                .getFullName()
                .equals(Any.getDescriptor().getFullName())) {
            try {
                Any any = Any.parseFrom(message.toByteString());
                Descriptor type = descriptors.find(any.getTypeUrl());
                assertThat(type).as(any.getTypeUrl()).isNotNull();
                collect(DynamicMessage.parseFrom(type, any.getValue()), all);
            } catch (InvalidProtocolBufferException e) {
                throw new AssertionError(e);
            }
            return;
        }
        message.getAllFields().forEach((field, value) -> {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                if (field.isRepeated()) {
                    ((Iterable<?>) value).forEach(item -> collect((Message) item, all));
                } else {
                    collect((Message) value, all);
                }
            }
        });
    }
}
