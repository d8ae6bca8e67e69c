// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import dev.gatewaybackends.plugins.aws.signing.AwsKeys;
import dev.gatewaybackends.settings.MessageStyle;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why the instances of a scope could not be listed. Immutable.
 *
 * @param kind whose fault it is, roughly
 * @param cause what happened, for people; shown in the status of Backends, so it holds no credential
 */
public record Ec2Failure(Kind kind, String cause) implements Ec2Listing {
    private static final Set<String> AUTHORIZATION_CODES = Set.of(
            "AuthFailure",
            "UnauthorizedOperation",
            "AccessDenied",
            "AccessDeniedException",
            "InvalidClientTokenId",
            "SignatureDoesNotMatch",
            "RequestExpired",
            "OptInRequired",
            "Blocked",
            "MissingAuthenticationToken");

    /** The classes of failures; their names are the reasons of the condition {@code EndpointsDiscovered}. */
    public enum Kind {
        /** The credentials are not usable. */
        CREDENTIAL_ERROR("CredentialError"),
        /** AWS does not let these credentials list instances. */
        AUTHORIZATION_ERROR("AuthorizationError"),
        /** Anything else. */
        DISCOVERY_ERROR("DiscoveryError");

        private final String reason;

        Kind(String reason) {
            this.reason = reason;
        }

        /** Returns the reason of the condition. */
        @Override
        public String toString() {
            return reason;
        }
    }

    /** Requires both parts. */
    public Ec2Failure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(cause, "cause");
    }

    /** Returns the failure that keys mean which are not usable. */
    public static Ec2Failure ofKeys(AwsKeys keys, MessageStyle style) {
        return new Ec2Failure(
                Kind.CREDENTIAL_ERROR,
                "invalid aws secret: " + String.join(style == MessageStyle.PLAIN ? ", " : "\n", keys.problems(style)));
    }

    /**
     * Returns the failure that an error answer of AWS means.
     *
     * @param code AWS' error code
     * @param message AWS' message; null or empty if there is none
     */
    public static Ec2Failure ofAwsError(String code, @Nullable String message) {
        return new Ec2Failure(
                AUTHORIZATION_CODES.contains(code) ? Kind.AUTHORIZATION_ERROR : Kind.DISCOVERY_ERROR,
                message == null || message.isEmpty() ? code : code + ": " + message);
    }
}
