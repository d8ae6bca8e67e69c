// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.dfp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;
import dev.gatewaybackends.validate.ResourceValidator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the API server says about {@code spec.dynamicForwardProxy} under the CRD of each version. */
class DynamicForwardProxySchemaTest {
    private static final String BACKEND = """
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata:
              name: internet
              namespace: outbound
            spec:
              type: DynamicForwardProxy
              dynamicForwardProxy: SOURCE
            """;

    @ParameterizedTest
    @EnumSource(
            value = KgatewayVersion.class,
            names = {"V2_1", "V2_2", "V2_3", "V2_4", "MAIN"})
    void enableTls_boolean_isRead(KgatewayVersion version) {
        assertThat(source("{}", version).enableTls()).isNull();
        assertThat(source("{enableTls: null}", version).enableTls()).isNull();
        assertThat(source("{enableTls: false}", version).enableTls()).isFalse();
        assertThat(source("{enableTls: true}", version).enableTls()).isTrue();
        assertThat(errors(read("{enableTls: true}", version), version)).isEmpty();
    }

    @Test
    void member_in20_isUnknown() {
        ResourceSet read = read("{enableTls: true}", KgatewayVersion.V2_0);

        assertThat(read.diagnostics().all())
                .extracting(Diagnostic::toString)
                .containsExactly("WARNING text:8:3: Backend outbound/internet: spec.dynamicForwardProxy: unknown field "
                        + "[UnknownField]");
        assertThat(read.all(Backend.class).get(0).spec().source()).isNull();
        assertThat(errors(read, KgatewayVersion.V2_0))
                .containsExactly("spec.type: Unsupported value: \"DynamicForwardProxy\": supported values: \"AI\", "
                        + "\"AWS\", \"Static\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"yes\"', string",
        "'\"true\"', string",
        "1, integer",
        "0.5, number",
        "[], array",
        "{}, object",
    })
    void enableTls_noBoolean_isATypeError(String value, String type) {
        assertThat(errors(read("{enableTls: " + value + "}", KgatewayVersion.MAIN), KgatewayVersion.MAIN))
                .containsExactly("spec.dynamicForwardProxy.enableTls: Invalid value: \"" + type
                        + "\": spec.dynamicForwardProxy.enableTls in body must be of type boolean: \"" + type + "\"");
    }

    @Test
    void member_noObject_isATypeError() {
        assertThat(errors(read("true", KgatewayVersion.MAIN), KgatewayVersion.MAIN))
                .containsExactly(
                        "spec.dynamicForwardProxy: Invalid value: \"boolean\": spec.dynamicForwardProxy in body "
                                + "must be of type object: \"boolean\"");
    }

    private static DynamicForwardProxyBackend source(String value, KgatewayVersion version) {
        return (DynamicForwardProxyBackend)
                read(value, version).all(Backend.class).get(0).spec().source();
    }

    private static List<String> errors(ResourceSet read, KgatewayVersion version) {
        return ResourceValidator.builder()
                .profile(ValidationProfile.of(Channel.STANDARD, version))
                .build()
                .validate(read)
                .verdicts()
                .get(0)
                .errors()
                .stream()
                .filter(error -> !error.message().contains("rules were not checked"))
                .map(error -> error.path() + ": " + error.message())
                .toList();
    }

    private static ResourceSet read(String value, KgatewayVersion version) {
        return ResourceReader.builder()
                .profile(ValidationProfile.of(Channel.STANDARD, version))
                .build()
                .readText(BACKEND.replace("SOURCE", value));
    }
}
