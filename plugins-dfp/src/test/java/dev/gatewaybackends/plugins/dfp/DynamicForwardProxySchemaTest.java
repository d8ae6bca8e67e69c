// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.dfp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.validate.CrdVerdicts;
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
        assertThat(CrdVerdicts.errors(read("{enableTls: true}", version), version))
                .isEmpty();
    }

    @Test
    void member_in20_isUnknown() {
        ResourceSet read = read("{enableTls: true}", KgatewayVersion.V2_0);

        assertThat(read.diagnostics().all())
                .extracting(Diagnostic::toString)
                .containsExactly("WARNING text:8:3: Backend outbound/internet: spec.dynamicForwardProxy: unknown field "
                        + "[UnknownField]");
        assertThat(read.all(Backend.class).get(0).spec().source()).isNull();
        assertThat(CrdVerdicts.errors(read, KgatewayVersion.V2_0))
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
        assertThat(CrdVerdicts.errors(read("{enableTls: " + value + "}", KgatewayVersion.MAIN), KgatewayVersion.MAIN))
                .containsExactly("spec.dynamicForwardProxy.enableTls: Invalid value: \"" + type
                        + "\": spec.dynamicForwardProxy.enableTls in body must be of type boolean: \"" + type + "\"");
    }

    @Test
    void member_noObject_isATypeError() {
        assertThat(CrdVerdicts.errors(read("true", KgatewayVersion.MAIN), KgatewayVersion.MAIN))
                .containsExactly(
                        "spec.dynamicForwardProxy: Invalid value: \"boolean\": spec.dynamicForwardProxy in body "
                                + "must be of type object: \"boolean\"");
    }

    private static DynamicForwardProxyBackend source(String value, KgatewayVersion version) {
        return (DynamicForwardProxyBackend)
                read(value, version).all(Backend.class).get(0).spec().source();
    }

    private static ResourceSet read(String value, KgatewayVersion version) {
        return CrdVerdicts.read(BACKEND.replace("SOURCE", value), version);
    }
}
