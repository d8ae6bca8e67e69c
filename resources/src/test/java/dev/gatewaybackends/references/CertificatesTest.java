// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.v1.ConfigMapBuilder;
import dev.gatewaybackends.kubernetes.v1.SecretBuilder;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CertificatesTest {
    private static final String NO_CERTIFICATE = "no PEM certificate under the key tls.crt";
    private static final String NO_KEY = "no PEM private key under the key tls.key";

    static Stream<Arguments> pairs() {
        String certificate = TestCertificates.CERTIFICATE;
        String key = TestCertificates.KEY;
        String garbage = TestCertificates.block("CERTIFICATE", "no certificate");
        return Stream.of(
                arguments("a pair", certificate, key, null),
                arguments("a chain", certificate + certificate, key, null),
                arguments("text around", "subject=test\n" + certificate + "end", key, null),
                arguments("CRLF", certificate.replace("\n", "\r\n"), key.replace("\n", "\r\n"), null),
                arguments("other blocks first", TestCertificates.block("DH PARAMETERS", "x") + certificate, key, null),
                arguments("a key of another sort", certificate, key.replace("PRIVATE", "EC PRIVATE"), null),
                arguments(
                        "parameters before the key",
                        certificate,
                        TestCertificates.block("EC PARAMETERS", "x") + key,
                        null),
                arguments("nothing", "", "", NO_CERTIFICATE),
                arguments("no PEM", "certificate", key, NO_CERTIFICATE),
                arguments("garbage in PEM", garbage, key, NO_CERTIFICATE),
                arguments("garbage after a certificate", certificate + garbage, key, NO_CERTIFICATE),
                arguments(
                        "an empty block",
                        "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
                        key,
                        NO_CERTIFICATE),
                arguments("not ended", certificate.substring(0, 300), key, NO_CERTIFICATE),
                arguments("the second not ended", certificate + certificate.substring(0, 300), key, NO_CERTIFICATE),
                arguments("ended otherwise", certificate.replace("END CERT", "END X CERT"), key, NO_CERTIFICATE),
                arguments("a key for a certificate", key, key, NO_CERTIFICATE),
                arguments("no key", certificate, "", NO_KEY),
                arguments("a certificate for a key", certificate, certificate, NO_KEY),
                arguments(
                        "an empty key", certificate, "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----", NO_KEY),
                arguments("a key without end", certificate, key.substring(0, 40), NO_KEY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void pair_hasACertificateAndAKeyInPem(String name, String certificate, String key, String problem) {
        assertThat(Certificates.pairProblem(SecretBuilder.builder()
                        .metadata(ObjectMeta.of("default", "s"))
                        .stringData(Map.of("tls.crt", certificate, "tls.key", key))
                        .build()))
                .isEqualTo(problem);
    }

    @Test
    void pair_thatIsLong_isReadInLinearTime() {
        String noise = "-----BEGIN CERTIFICATE-----\n" + "A".repeat(1_000_000) + "-".repeat(1_000_000);

        assertThat(Certificates.pairProblem(SecretBuilder.builder()
                        .metadata(ObjectMeta.of("default", "s"))
                        .stringData(Map.of("tls.crt", noise))
                        .build()))
                .isEqualTo(NO_CERTIFICATE);
    }

    @Test
    void authority_isACertificateUnderItsKey_inASecretOrAConfigMap() {
        ObjectMeta metadata = ObjectMeta.of("default", "s");
        Map<String, String> good = Map.of("ca.crt", TestCertificates.CERTIFICATE);
        Map<String, String> bad = Map.of("ca.crt", "no PEM", "tls.crt", TestCertificates.CERTIFICATE);
        String problem = "no PEM certificate under the key ca.crt";

        assertThat(Certificates.authorityProblem(SecretBuilder.builder()
                        .metadata(metadata)
                        .stringData(good)
                        .build()))
                .isNull();
        assertThat(Certificates.authorityProblem(SecretBuilder.builder()
                        .metadata(metadata)
                        .stringData(bad)
                        .build()))
                .isEqualTo(problem);
        assertThat(Certificates.authorityProblem(
                        ConfigMapBuilder.builder().metadata(metadata).data(good).build()))
                .isNull();
        assertThat(Certificates.authorityProblem(
                        ConfigMapBuilder.builder().metadata(metadata).data(bad).build()))
                .isEqualTo(problem);
        assertThat(Certificates.authorityProblem(
                        ConfigMapBuilder.builder().metadata(metadata).build()))
                .isEqualTo(problem);
    }
}
