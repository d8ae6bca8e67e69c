// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.validate.CrdVerdicts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the API server says about {@code spec.gcp} under the CRD of each version. */
class GcpSchemaTest {
    @ParameterizedTest
    @EnumSource(
            value = KgatewayVersion.class,
            names = {"V2_3", "V2_4", "MAIN"})
    void service_inAVersionThatHasIt_isRead(KgatewayVersion version) {
        ResourceSet read = read("{host: parcels.run.example, audience: orders}", version);

        assertThat(read.diagnostics()).isEmpty();
        assertThat(CrdVerdicts.errors(read, version)).isEmpty();
        assertThat(read.all(Backend.class).get(0).spec().source())
                .isEqualTo(new GcpBackend("parcels.run.example", "orders"));
        assertThat(CrdVerdicts.errors(read("{host: h, audience: null}", version), version))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = KgatewayVersion.class,
            names = {"V2_0", "V2_1", "V2_2"})
    void member_before23_isUnknown(KgatewayVersion version) {
        ResourceSet read = read("{host: parcels.run.example}", version);

        assertThat(read.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("WARNING text:8:3: Backend shop/parcels: spec.gcp: unknown field [UnknownField]");
        assertThat(CrdVerdicts.errors(read, version)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "{}, spec.gcp.host: Required value",
        "{host: null}, spec.gcp.host: Required value",
        "'{host: \"\"}', 'spec.gcp.host: Invalid value: \"\": spec.gcp.host in body should be at least 1 chars long'",
        "'{host: h, audience: \"\"}', 'spec.gcp.audience: Invalid value: \"\": spec.gcp.audience in body should be at "
                + "least 1 chars long'",
        "{host: 7}, 'spec.gcp.host: Invalid value: \"integer\": spec.gcp.host in body must be of type string: "
                + "\"integer\"'",
        "[], 'spec.gcp: Invalid value: \"array\": spec.gcp in body must be of type object: \"array\"'"
    })
    void service_thatBreaksTheSchema_isRefused(String source, String error) {
        assertThat(CrdVerdicts.errors(read(source, KgatewayVersion.MAIN), KgatewayVersion.MAIN))
                .containsExactly(error);
    }

    private static ResourceSet read(String source, KgatewayVersion version) {
        return CrdVerdicts.read("""
                        apiVersion: gateway.kgateway.dev/v1alpha1
                        kind: Backend
                        metadata:
                          name: parcels
                          namespace: shop
                        spec:
                          type: GCP
                          gcp: SOURCE
                        """.replace("SOURCE", source), version);
    }
}
