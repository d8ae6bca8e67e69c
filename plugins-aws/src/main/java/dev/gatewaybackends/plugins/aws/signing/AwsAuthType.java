// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import dev.gatewaybackends.schema.ExistsIn;
import dev.gatewaybackends.schema.KgatewayVersion;

/** Where the credentials of an {@link AwsAuth} come from. Mirrors {@code AwsAuthType}. */
public enum AwsAuthType {
    /** Keys in a Secret. */
    SECRET("Secret"),
    /** A role that the proxy assumes with its own credentials. */
    @ExistsIn(from = KgatewayVersion.V2_4)
    ASSUME_ROLE("AssumeRole");

    private final String literal;

    AwsAuthType(String literal) {
        this.literal = literal;
    }

    /** Returns the literal of the CRD. */
    @Override
    public String toString() {
        return literal;
    }
}
