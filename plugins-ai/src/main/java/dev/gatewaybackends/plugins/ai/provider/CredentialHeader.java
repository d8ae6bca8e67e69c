// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

/**
 * How a token is sent.
 *
 * @param name the header
 * @param prefix what stands before the token; often empty
 */
public record CredentialHeader(String name, String prefix) {
    /** {@code Authorization} with the scheme {@code Bearer}. */
    static final CredentialHeader BEARER = new CredentialHeader("Authorization", "Bearer ");
}
