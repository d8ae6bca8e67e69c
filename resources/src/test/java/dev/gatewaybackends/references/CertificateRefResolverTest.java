// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.ReferenceGrantMode;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateRefResolverTest {
    private static final String HTTP = "listeners: [{name: a, port: 80, protocol: HTTP}], ";

    /** Where references to certificates stand. */
    enum Place {
        LISTENER(
                "Gateway",
                "spec.listeners[0].tls.certificateRefs[0]",
                "InvalidCertificateRef",
                "InvalidCertificateRef",
                gateway("listeners: [{name: a, port: 443, protocol: HTTPS, tls: {certificateRefs: [{$}]}}]")),
        CLIENT(
                "Gateway",
                "spec.tls.backend.clientCertificateRef",
                "InvalidClientCertificateRef",
                "InvalidClientCertificateRef",
                gateway(HTTP + "tls: {backend: {clientCertificateRef: {$}}}")),
        FRONTEND(
                "Gateway",
                "spec.tls.frontend.default.validation.caCertificateRefs[0]",
                "InvalidCACertificateKind",
                "InvalidCACertificateRef",
                gateway(HTTP + "tls: {frontend: {default: {validation: {caCertificateRefs: [{$}]}}}}")),
        FRONTEND_PORT(
                "Gateway",
                "spec.tls.frontend.perPort[0].tls.validation.caCertificateRefs[0]",
                "InvalidCACertificateKind",
                "InvalidCACertificateRef",
                gateway(HTTP
                        + "tls: {frontend: {default: {}, perPort: [{port: 80, tls: {validation: {caCertificateRefs: "
                        + "[{$}]}}}]}}")),
        LISTENER_SET(
                "ListenerSet",
                "spec.listeners[0].tls.certificateRefs[0]",
                "InvalidCertificateRef",
                "InvalidCertificateRef",
                """
                apiVersion: gateway.networking.k8s.io/v1
                kind: ListenerSet
                metadata: {name: x}
                spec:
                  parentRef: {name: gw}
                  listeners: [{name: a, port: 443, protocol: HTTPS, tls: {certificateRefs: [{$}]}}]
                """),
        POLICY(
                "BackendTLSPolicy",
                "spec.validation.caCertificateRefs[0]",
                "InvalidKind",
                "InvalidCACertificateRef",
                """
                apiVersion: gateway.networking.k8s.io/v1
                kind: BackendTLSPolicy
                metadata: {name: x}
                spec:
                  targetRefs: [{group: '', kind: Service, name: s}]
                  validation: {hostname: a.example, caCertificateRefs: [{$}]}
                """),
        X_CLIENT(
                "XBackend",
                "spec.tls.clientCertificateRef",
                "InvalidClientCertificateRef",
                "InvalidClientCertificateRef",
                xBackend("mode: ClientAndServer, clientCertificateRef: {$}, validation: {hostname: a.example, "
                        + "wellKnownCACertificates: System}")),
        X_AUTHORITY(
                "XBackend",
                "spec.tls.validation.caCertificateRefs[0]",
                "InvalidKind",
                "InvalidCACertificateRef",
                xBackend("mode: ServerOnly, validation: {hostname: a.example, caCertificateRefs: [{$}]}"));

        private final String kind;
        private final String path;
        private final String wrongKind;
        private final String wrongTarget;
        private final String manifest;

        Place(String kind, String path, String wrongKind, String wrongTarget, String manifest) {
            this.kind = kind;
            this.path = path;
            this.wrongKind = wrongKind;
            this.wrongTarget = wrongTarget;
            this.manifest = manifest;
        }

        String with(String ref) {
            return manifest.replace("$", ref);
        }

        boolean isPair() {
            return !path.contains("caCertificateRefs");
        }

        boolean isLocal() {
            return this == POLICY || this == X_AUTHORITY;
        }
    }

    private static final String SECRET = "group: '', kind: Secret, name: ";
    private static final String MAP = "group: '', kind: ConfigMap, name: ";
    private static final String OBJECTS = String.join(
            "---\n",
            TestCertificates.tlsSecret("default", "pair", TestCertificates.CERTIFICATE, TestCertificates.KEY),
            TestCertificates.tlsSecret(
                    "default", "malformed", TestCertificates.block("CERTIFICATE", "x"), TestCertificates.KEY),
            TestCertificates.authoritySecret("default", "ca", TestCertificates.CERTIFICATE),
            TestCertificates.authorityMap("default", "ca", TestCertificates.CERTIFICATE),
            TestCertificates.authorityMap("default", "malformed", "no PEM"));

    private static String gateway(String spec) {
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: x}
                spec: {gatewayClassName: c, %s}
                """.formatted(spec);
    }

    private static String xBackend(String tls) {
        return """
                apiVersion: gateway.networking.x-k8s.io/v1alpha1
                kind: XBackend
                metadata: {name: x}
                spec:
                  type: ExternalHostname
                  port: {port: 443}
                  externalHostname: {hostname: a.example}
                  tls: {%s}
                """.formatted(tls);
    }

    private static ResolvedReference only(Place place, ResolvedReferences resolved) {
        assertThat(resolved.references()).hasSize(1);
        ResolvedReference reference = resolved.references().get(0);
        assertThat(reference.path()).hasToString(place.path);
        assertThat(reference.failure() == null).isEqualTo(reference.isResolved());
        return reference;
    }

    @ParameterizedTest
    @EnumSource
    void reference_atEachPlace_isResolvedOrFailsWithItsReason(Place place) {
        boolean pair = place.isPair();

        assertOutcome(place, SECRET + (pair ? "pair" : "ca"), "Resolved");
        assertOutcome(place, MAP + "ca", pair ? place.wrongKind : "Resolved");
        assertOutcome(place, "group: x.example, kind: Secret, name: pair", place.wrongKind);
        assertOutcome(place, "group: '', kind: Service, name: pair", place.wrongKind);
        assertOutcome(place, SECRET + "none", place.wrongTarget);
        assertOutcome(place, SECRET + "malformed", place.wrongTarget);
        assertOutcome(place, SECRET + (pair ? "ca" : "pair"), place.wrongTarget);
        assertOutcome(place, MAP + "none", pair ? place.wrongKind : place.wrongTarget);
        assertOutcome(place, MAP + "malformed", pair ? place.wrongKind : place.wrongTarget);
    }

    private static void assertOutcome(Place place, String ref, String outcome) {
        ResolvedReferences resolved = Resolved.of(OBJECTS, place.with(ref)).references("x");
        ResolvedReference reference = only(place, resolved);

        assertThat(reference.outcome()).as(ref).hasToString(outcome);
        assertThat(resolved.diagnostics())
                .extracting(
                        found -> found.severity() + " " + found.path() + " " + found.reason() + " " + found.message())
                .isEqualTo(
                        reference.isResolved()
                                ? List.of()
                                : List.of("ERROR " + place.path + " " + outcome + " " + reference.failure()));
    }

    static Stream<Place> crossingPlaces() {
        return Arrays.stream(Place.values()).filter(place -> !place.isLocal());
    }

    @ParameterizedTest
    @MethodSource("crossingPlaces")
    void reference_toAnotherNamespace_needsAGrantForItsOwnKind(Place place) {
        String manifest = place.with((place.isPair() ? SECRET : MAP) + "far, namespace: other");
        String object = place.isPair()
                ? TestCertificates.tlsSecret("other", "far", TestCertificates.CERTIFICATE, TestCertificates.KEY)
                : TestCertificates.authorityMap("other", "far", TestCertificates.CERTIFICATE);
        String to = "group: '', kind: " + (place.isPair() ? "Secret" : "ConfigMap") + ", name: far";
        TranslationSettings off = TranslationSettings.builder()
                .set(CoreSettings.REFERENCE_GRANT_MODE, ReferenceGrantMode.OFF)
                .build();

        ResolvedReference without = only(place, Resolved.of(object, manifest).references("x"));
        assertThat(without.outcome()).isEqualTo(ReferenceOutcome.REF_NOT_PERMITTED);
        assertThat(only(place, Resolved.of(manifest).references("x")).failure())
                .as("the same whether it exists or not")
                .isEqualTo(without.failure());
        assertThat(only(place, Resolved.of(off, object, manifest).references("x"))
                        .isResolved())
                .isTrue();
        for (String kind : List.of("Gateway", "ListenerSet", "XBackend", "HTTPRoute")) {
            String group = kind.startsWith("X") ? "gateway.networking.x-k8s.io" : "gateway.networking.k8s.io";
            String grant = Resolved.grant("other", "group: " + group + ", kind: " + kind + ", namespace: default", to);
            assertThat(only(place, Resolved.of(object, grant, manifest).references("x"))
                            .isResolved())
                    .as("grant for %s", kind)
                    .isEqualTo(kind.equals(place.kind));
        }
    }

    @Test
    void kind_isCheckedBeforeTheGrant() {
        String manifest = Place.LISTENER.with("group: x.example, kind: Foo, name: far, namespace: other");

        assertThat(only(Place.LISTENER, Resolved.of(manifest).references("x")).failure())
                .isEqualTo(
                        "the kind Foo of the group \"x.example\" cannot hold a certificate (expected: Secret of the group "
                                + "\"\")");
    }

    @ParameterizedTest
    @EnumSource
    void secret_ofANamespaceNobodyGave_isTakenToExist(Place place) {
        ResolvedReferences resolved = Resolved.of(
                        TestCertificates.authorityMap("default", "ca", TestCertificates.CERTIFICATE),
                        place.with(SECRET + "absent"))
                .references("x");

        assertThat(only(place, resolved).isResolved()).isTrue();
        assertThat(resolved.diagnostics())
                .singleElement()
                .extracting(Diagnostic::toString)
                .asString()
                .startsWith("INFO ")
                .contains(
                        place.path
                                + ": Secret default/absent is taken to exist: no Secret of its namespace is among the resources")
                .endsWith("[UncheckedReference]");
    }

    @Test
    void listener_thatPassesTlsThrough_refersToNothing() {
        String manifest =
                gateway("listeners: [{name: a, port: 443, protocol: TLS, tls: {mode: Passthrough, certificateRefs: "
                        + "[{name: none}]}}]");

        assertThat(Resolved.of(OBJECTS, manifest).references("x").references()).isEmpty();
    }

    @Test
    void references_ofSeveralListeners_standInDocumentOrder() {
        ResolvedReferences resolved = Resolved.of(
                        OBJECTS,
                        gateway(
                                "listeners: [{name: a, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: pair}, {name: "
                                        + "none}]}}, {name: b, port: 80, protocol: HTTP}, {name: c, port: 444, protocol: TLS, tls: "
                                        + "{certificateRefs: [{name: malformed}]}}]"))
                .references("x");

        assertThat(resolved.references())
                .extracting(ResolvedReference::toString)
                .containsExactly(
                        "spec.listeners[0].tls.certificateRefs[0] -> Secret default/pair (Resolved)",
                        "spec.listeners[0].tls.certificateRefs[1] -> Secret default/none (InvalidCertificateRef)",
                        "spec.listeners[2].tls.certificateRefs[0] -> Secret default/malformed (InvalidCertificateRef)");
        assertThat(resolved.diagnostics().toString()).doesNotContain("BEGIN");
    }
}
