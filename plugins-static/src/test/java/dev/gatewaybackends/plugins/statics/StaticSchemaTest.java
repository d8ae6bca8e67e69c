// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.validate.CrdVerdicts;
import dev.gatewaybackends.validate.ResourceVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API server says about {@code spec.static} under the CRD of each version. */
class StaticSchemaTest {
    private static final String BACKEND = """
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata:
              name: web
              namespace: shop
            spec:
              type: Static
              static:
                %s
            """;

    @ParameterizedTest
    @CsvSource({
        "http2, HTTP2",
        "grpc, GRPC",
        "grpc-web, GRPC_WEB",
        "kubernetes.io/h2c, KUBERNETES_H2C",
        "kubernetes.io/ws, KUBERNETES_WS"
    })
    void appProtocol_literal_isReadFrom21On(String literal, AppProtocol protocol) {
        String yaml = BACKEND.formatted("{hosts: [{host: 192.0.2.10, port: 80}], appProtocol: " + literal + "}");

        for (KgatewayVersion version : KgatewayVersion.values()) {
            ResourceSet read = CrdVerdicts.read(yaml, version);

            boolean known = version != KgatewayVersion.V2_0;
            assertThat(source(read).appProtocol()).as("in %s", version).isEqualTo(known ? protocol : null);
            assertThat(read.diagnostics().all())
                    .as("in %s", version)
                    .extracting(Diagnostic::toString)
                    .containsExactlyElementsOf(
                            known
                                    ? List.of()
                                    : List.of(
                                            "WARNING text:9:45: Backend shop/web: spec.static.appProtocol: unknown field "
                                                    + "[UnknownField]"));
            assertThat(CrdVerdicts.errors(read, version)).as("in %s", version).isEmpty();
        }
        assertThat(protocol).hasToString(literal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP2", "http", "tcp", "kubernetes.io/wss", "''"})
    void appProtocol_otherLiteral_isNotSupported(String literal) {
        String yaml = BACKEND.formatted("{hosts: [{host: 192.0.2.10, port: 80}], appProtocol: " + literal + "}");

        assertThat(errors(yaml, KgatewayVersion.MAIN))
                .containsExactly("spec.static.appProtocol: Unsupported value: \"" + literal.replace("'", "")
                        + "\": supported values: \"http2\", \"grpc\", \"grpc-web\", \"kubernetes.io/h2c\", "
                        + "\"kubernetes.io/ws\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0, should be greater than or equal to 1",
        "-1, should be greater than or equal to 1",
        "65536, should be less than or equal to 65535",
        "70000, should be less than or equal to 65535"
    })
    void port_outOfRange_isAnErrorIn20Only(int port, String rule) {
        String yaml = BACKEND.formatted("{hosts: [{host: 192.0.2.10, port: " + port + "}]}");

        assertThat(errors(yaml, KgatewayVersion.V2_0))
                .containsExactly("spec.static.hosts[0].port: Invalid value: " + port
                        + ": spec.static.hosts[0].port in body " + rule);
        for (KgatewayVersion version : KgatewayVersion.values()) {
            if (version != KgatewayVersion.V2_0) {
                assertThat(errors(yaml, version)).as("in %s", version).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65535})
    void port_atTheBounds_isAcceptedIn20(int port) {
        String yaml = BACKEND.formatted("{hosts: [{host: 192.0.2.10, port: " + port + "}]}");

        assertThat(errors(yaml, KgatewayVersion.V2_0)).isEmpty();
    }

    @Test
    void port_outOfRange_isAFindingBesideAnAcceptingVerdict() {
        ResourceVerdict verdict = CrdVerdicts.verdict(
                CrdVerdicts.read(BACKEND.formatted("{hosts: [{host: 192.0.2.10, port: 70000}]}"), KgatewayVersion.MAIN),
                KgatewayVersion.MAIN);

        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict.isUsable()).isFalse();
        assertThat(verdict.findings())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "ERROR text:9:33: Backend shop/web: spec.static.hosts[0].port: 70000 is not a valid port "
                                + "(expected: 1 to 65535) [Invalid]");
    }

    @ParameterizedTest
    @EnumSource(KgatewayVersion.class)
    void hosts_withoutRequiredParts_areErrorsInEveryVersion(KgatewayVersion version) {
        String yaml = BACKEND.formatted("{hosts: [{port: 80}, {host: 192.0.2.10}, {host: '', port: 80}]}");

        assertThat(errors(yaml, version))
                .containsExactly(
                        "spec.static.hosts[0].host: Required value",
                        "spec.static.hosts[1].port: Required value",
                        "spec.static.hosts[2].host: Invalid value: \"\": spec.static.hosts[2].host in body should be at "
                                + "least 1 chars long");
    }

    @ParameterizedTest
    @EnumSource(KgatewayVersion.class)
    void hosts_empty_areAnErrorInEveryVersion(KgatewayVersion version) {
        assertThat(errors(BACKEND.formatted("{hosts: []}"), version))
                .containsExactly(
                        "spec.static.hosts: Invalid value: 0: spec.static.hosts in body should have at least 1 items");
    }

    private static List<String> errors(String yaml, KgatewayVersion version) {
        return CrdVerdicts.errors(CrdVerdicts.read(yaml, version), version);
    }

    private static StaticBackend source(ResourceSet read) {
        return (StaticBackend) read.all(Backend.class).get(0).spec().source();
    }
}
