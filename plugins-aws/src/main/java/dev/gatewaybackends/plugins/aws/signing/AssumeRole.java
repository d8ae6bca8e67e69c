// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * The role that is assumed. Mirrors {@code AwsAssumeRole}.
 *
 * @param roleArn the ARN of an IAM role
 */
@ModelType
public record AssumeRole(
        @NotNull @Chars(min = 1, max = 2048) @Matches("^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$")
        String roleArn) {
    /** Returns a role. */
    public static AssumeRole of(String roleArn) {
        return new AssumeRole(roleArn);
    }
}
