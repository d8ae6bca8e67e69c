// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.rules;

import dev.gatewaybackends.gatewayapi.v1.BackendTlsPolicyValidation;
import dev.gatewaybackends.gatewayapi.v1.SubjectAltName;
import dev.gatewaybackends.gatewayapi.v1.SubjectAltNameType;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What holds for the verification of a backend's certificate. */
public final class BackendTlsRules {
    private BackendTlsRules() {}

    /** CA certificates come from references or from a well-known set. */
    public static final class NotBothCaCertificates implements Predicate<BackendTlsPolicyValidation> {
        /** Creates the check. */
        public NotBothCaCertificates() {}

        @Override
        public boolean test(BackendTlsPolicyValidation validation) {
            return validation.caCertificateRefs().isEmpty() || wellKnown(validation) == null;
        }
    }

    /** CA certificates come from somewhere. */
    public static final class SomeCaCertificates implements Predicate<BackendTlsPolicyValidation> {
        /** Creates the check. */
        public SomeCaCertificates() {}

        @Override
        public boolean test(BackendTlsPolicyValidation validation) {
            return !validation.caCertificateRefs().isEmpty() || wellKnown(validation) != null;
        }
    }

    private static @Nullable String wellKnown(BackendTlsPolicyValidation validation) {
        return Items.nonEmpty(validation.wellKnownCaCertificates());
    }

    /** The type for DNS names has one. */
    public static final class HostnameForType implements Predicate<SubjectAltName> {
        /** Creates the check. */
        public HostnameForType() {}

        @Override
        public boolean test(SubjectAltName name) {
            return name.type() != SubjectAltNameType.HOSTNAME || Items.nonEmpty(name.hostname()) != null;
        }
    }

    /** A DNS name has its type. */
    public static final class TypeForHostname implements Predicate<SubjectAltName> {
        /** Creates the check. */
        public TypeForHostname() {}

        @Override
        public boolean test(SubjectAltName name) {
            return name.type() != SubjectAltNameType.URI || Items.nonEmpty(name.hostname()) == null;
        }
    }

    /** The type for URIs has one. */
    public static final class UriForType implements Predicate<SubjectAltName> {
        /** Creates the check. */
        public UriForType() {}

        @Override
        public boolean test(SubjectAltName name) {
            return name.type() != SubjectAltNameType.URI || Items.nonEmpty(name.uri()) != null;
        }
    }

    /** A URI has its type. */
    public static final class TypeForUri implements Predicate<SubjectAltName> {
        /** Creates the check. */
        public TypeForUri() {}

        @Override
        public boolean test(SubjectAltName name) {
            return name.type() != SubjectAltNameType.HOSTNAME || Items.nonEmpty(name.uri()) == null;
        }
    }
}
