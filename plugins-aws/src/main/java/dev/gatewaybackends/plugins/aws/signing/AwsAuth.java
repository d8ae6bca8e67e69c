// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.schema.ExistsIn;
import dev.gatewaybackends.schema.KgatewayVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Whose credentials sign the requests. Mirrors {@code AwsAuth}; where there is none, the proxy's own do.
 *
 * <p>A union: {@code type} says which one of the other components is set. The factories set both.
 *
 * @param type where they come from
 * @param secretRef the Secret that holds keys
 * @param assumeRole the role that is assumed
 */
@ModelType
@Rule(check = AwsAuthRules.OnlySecretHasRef.class, message = "secretRef must be nil if the type is not 'Secret'")
@Rule(check = AwsAuthRules.SecretHasRef.class, message = "secretRef must be specified when type is 'Secret'")
@Rule(
        check = AwsAuthRules.OnlyAssumeRoleHasRole.class,
        message = "assumeRole must be nil if the type is not 'AssumeRole'")
@Rule(check = AwsAuthRules.AssumeRoleHasRole.class, message = "assumeRole must be specified when type is 'AssumeRole'")
public record AwsAuth(
        @NotNull AwsAuthType type,
        @Nullable @Valid SecretReference secretRef,

        @ExistsIn(from = KgatewayVersion.V2_4) @Nullable @Valid
        AssumeRole assumeRole) {

    /** Returns the keys of a Secret of the Backend's namespace. */
    public static AwsAuth secret(String name) {
        return new AwsAuth(AwsAuthType.SECRET, SecretReference.of(name), null);
    }

    /** Returns a role that the proxy assumes. */
    public static AwsAuth assumeRole(String roleArn) {
        return new AwsAuth(AwsAuthType.ASSUME_ROLE, null, AssumeRole.of(roleArn));
    }
}
