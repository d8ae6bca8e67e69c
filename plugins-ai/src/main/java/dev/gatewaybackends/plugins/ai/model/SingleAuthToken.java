// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.plugins.aws.signing.SecretReference;
import dev.gatewaybackends.schema.KgatewayVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Where the token of a provider comes from. Mirrors {@code authToken}.
 *
 * <p>{@link #toString()} does not show the token.
 *
 * @param kind which of the three ways it is
 * @param inline the token itself, with {@link AuthTokenKind#INLINE}
 * @param secretRef the Secret that has it under the key {@code Authorization}, with {@link AuthTokenKind#SECRET_REF}
 */
@ModelType
@Rule(
        check = AiRules.OnePlaceOfToken.class,
        message = AiRules.OnePlaceOfToken.MESSAGE,
        groups = KgatewayVersion.Crd2_1.class)
public record SingleAuthToken(
        @NotNull AuthTokenKind kind,
        @Nullable String inline,
        @Valid @Nullable SecretReference secretRef) {
    /** Returns a token that stands in the Backend itself. */
    public static SingleAuthToken inline(String token) {
        return new SingleAuthToken(AuthTokenKind.INLINE, token, null);
    }

    /** Returns a token that stands in a Secret of the Backend's namespace. */
    public static SingleAuthToken secretRef(String name) {
        return new SingleAuthToken(AuthTokenKind.SECRET_REF, null, SecretReference.of(name));
    }

    /** Returns the client's own token. */
    public static SingleAuthToken passthrough() {
        return new SingleAuthToken(AuthTokenKind.PASSTHROUGH, null, null);
    }

    /** Returns everything but the token. */
    @Override
    public String toString() {
        return "SingleAuthToken[kind=" + kind + ", inline=" + (inline == null ? null : Token.REDACTED) + ", secretRef="
                + secretRef + "]";
    }
}
