// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.Reason;

/** What became of a reference. */
public enum ReferenceOutcome {
    /** It may be used and its target exists. */
    RESOLVED("Resolved"),
    /** It crosses namespaces without a ReferenceGrant; whether the target exists is not said. */
    REF_NOT_PERMITTED("RefNotPermitted"),
    /** Its group and kind are none that can stand there. */
    INVALID_KIND("InvalidKind"),
    /** Its target, or the port of its target, does not exist, or it names a port where none is allowed. */
    BACKEND_NOT_FOUND("BackendNotFound"),
    /** The route cannot speak the protocol that the port of the Service declares. */
    UNSUPPORTED_PROTOCOL("UnsupportedProtocol"),
    /** It leads to HTTPRoutes that decide instead, as kgateway's route delegation has it; it is no failure. */
    DELEGATED("Delegated"),
    /** It leads to no certificate and key for a listener. */
    INVALID_CERTIFICATE_REF("InvalidCertificateRef"),
    /** It leads to no certificate and key for connections to backends. */
    INVALID_CLIENT_CERTIFICATE_REF("InvalidClientCertificateRef"),
    /** It leads to no certificate of an authority. */
    INVALID_CA_CERTIFICATE_REF("InvalidCACertificateRef"),
    /** Its group and kind are none that can hold certificates of authorities. */
    INVALID_CA_CERTIFICATE_KIND("InvalidCACertificateKind");

    private final String text;

    ReferenceOutcome(String text) {
        this.text = text;
    }

    /** Returns the reason of diagnostics and of the {@code ResolvedRefs} condition. */
    public Reason reason() {
        return Reason.of(text);
    }

    /** Returns {@code Resolved}, {@code Delegated} or the Gateway API's reason. */
    @Override
    public String toString() {
        return text;
    }
}
