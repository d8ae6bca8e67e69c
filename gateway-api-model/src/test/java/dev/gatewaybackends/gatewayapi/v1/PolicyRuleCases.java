// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static dev.gatewaybackends.gatewayapi.v1.RuleCase.Channels.BOTH;

import java.util.List;
import java.util.stream.Stream;

/** The CEL rules of BackendTLSPolicy. */
final class PolicyRuleCases {
    private static final LocalPolicyTargetReferenceWithSectionName WHOLE =
            LocalPolicyTargetReferenceWithSectionName.of("", "Service", "a");
    private static final BackendTlsPolicyValidation SYSTEM = BackendTlsPolicyValidationBuilder.builder()
            .hostname("a.example")
            .wellKnownCaCertificates("System")
            .build();

    private PolicyRuleCases() {}

    static Stream<RuleCase> all() {
        String these = " when targetRefs includes 2 or more references to the same target";
        return Stream.concat(
                Stream.of(
                        new RuleCase(
                                BOTH,
                                "sectionName must be specified" + these,
                                targets(section("x"), section("y")),
                                targets(section("x"), WHOLE),
                                "targetRefs"),
                        new RuleCase(
                                BOTH,
                                "sectionName must be unique" + these,
                                targets(WHOLE, LocalPolicyTargetReferenceWithSectionName.of("", "Service", "b")),
                                targets(section("x"), section("y"), section("x")),
                                "targetRefs")),
                validationCases());
    }

    /** Returns the rules of how certificates are verified, which XBackend has as well. */
    static Stream<RuleCase> validationCases() {
        List<LocalObjectReference> refs = List.of(LocalObjectReference.of("", "ConfigMap", "ca"));
        String element = "SubjectAltName element must ";
        SubjectAltNameType hostname = SubjectAltNameType.HOSTNAME;
        SubjectAltNameType uri = SubjectAltNameType.URI;
        SubjectAltName host = SubjectAltName.hostname("*.example");
        SubjectAltName spiffe = SubjectAltName.uri("spiffe://a/b");
        return Stream.of(
                new RuleCase(
                        BOTH,
                        "must not contain both CACertificateRefs and WellKnownCACertificates",
                        SYSTEM,
                        BackendTlsPolicyValidationBuilder.builder(SYSTEM)
                                .caCertificateRefs(refs)
                                .build(),
                        ""),
                new RuleCase(
                        BOTH,
                        "must specify either CACertificateRefs or WellKnownCACertificates",
                        BackendTlsPolicyValidationBuilder.builder()
                                .hostname("a")
                                .caCertificateRefs(refs)
                                .build(),
                        BackendTlsPolicyValidationBuilder.builder()
                                .hostname("a")
                                .build(),
                        ""),
                new RuleCase(
                        BOTH,
                        element + "contain Hostname, if Type is set to Hostname",
                        host,
                        new SubjectAltName(hostname, null, null),
                        ""),
                new RuleCase(
                        BOTH,
                        element + "not contain Hostname, if Type is not set to Hostname",
                        spiffe,
                        new SubjectAltName(uri, "a", "spiffe://a/b"),
                        ""),
                new RuleCase(
                        BOTH,
                        element + "contain URI, if Type is set to URI",
                        spiffe,
                        new SubjectAltName(uri, null, ""),
                        ""),
                new RuleCase(
                        BOTH,
                        element + "not contain URI, if Type is not set to URI",
                        host,
                        new SubjectAltName(hostname, "a", "spiffe://a/b"),
                        ""));
    }

    private static LocalPolicyTargetReferenceWithSectionName section(String section) {
        return LocalPolicyTargetReferenceWithSectionNameBuilder.builder(WHOLE)
                .sectionName(section)
                .build();
    }

    static BackendTlsPolicySpec targets(LocalPolicyTargetReferenceWithSectionName... targets) {
        return new BackendTlsPolicySpec(List.of(targets), SYSTEM, null);
    }
}
