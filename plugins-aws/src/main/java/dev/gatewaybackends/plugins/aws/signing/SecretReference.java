// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;

/**
 * A Secret of the Backend's own namespace. Mirrors {@code v1.LocalObjectReference}.
 *
 * @param name the name of the Secret; empty when null, as in the CRD
 */
@ModelType
public record SecretReference(@DefaultJson("\"\"") String name) {
    /** Applies the default. */
    public SecretReference {
        name = name == null ? "" : name;
    }

    /** Returns a reference. */
    public static SecretReference of(String name) {
        return new SecretReference(name);
    }
}
