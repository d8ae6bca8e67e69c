// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** CEL rules for the verification of a backend's certificate. */
final class BackendTlsRules {
    private BackendTlsRules() {}

    /** CA certificates do not come from both references and a well-known set. */
    static final class NotBothCaCertificates implements Predicate<BackendTlsPolicyValidation> {
        @Override
        public boolean test(BackendTlsPolicyValidation validation) {
            return validation.caCertificateRefs().isEmpty() || wellKnown(validation) == null;
        }
    }

    /** CA certificates come from references or from a well-known set. */
    static final class SomeCaCertificates implements Predicate<BackendTlsPolicyValidation> {
        @Override
        public boolean test(BackendTlsPolicyValidation validation) {
            return !validation.caCertificateRefs().isEmpty() || wellKnown(validation) != null;
        }
    }

    private static @Nullable String wellKnown(BackendTlsPolicyValidation validation) {
        return Items.nonEmpty(validation.wellKnownCaCertificates());
    }

    /** A name of type {@code Hostname} has a hostname. */
    static final class HostnameForType implements Predicate<SubjectAltName> {
        @Override
        public boolean test(SubjectAltName name) {
            return name.type() != SubjectAltNameType.HOSTNAME || Items.nonEmpty(name.hostname()) != null;
        }
    }

    /** A name of type {@code URI} has no hostname. */
    static final class TypeForHostname implements Predicate<SubjectAltName> {
        @Override
        public boolean test(SubjectAltName name) {
            return name.type() != SubjectAltNameType.URI || Items.nonEmpty(name.hostname()) == null;
        }
    }

    /** A name of type {@code URI} has a URI. */
    static final class UriForType implements Predicate<SubjectAltName> {
        @Override
        public boolean test(SubjectAltName name) {
            return name.type() != SubjectAltNameType.URI || Items.nonEmpty(name.uri()) != null;
        }
    }

    /** A name of type {@code Hostname} has no URI. */
    static final class TypeForUri implements Predicate<SubjectAltName> {
        @Override
        public boolean test(SubjectAltName name) {
            return name.type() != SubjectAltNameType.HOSTNAME || Items.nonEmpty(name.uri()) == null;
        }
    }
}
