// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.diagnostics.FieldPath;

/**
 * Where an entry stands in its Backend, and so how the paths of its fields read.
 *
 * @param root the path of the entry
 * @param legacy whether it is spelled as in kgateway 2.0
 */
public record EntryPath(FieldPath root, boolean legacy) {
    /** Returns the path of the settings of the provider. */
    public FieldPath config(AiProvider provider) {
        return (legacy ? root.field("provider") : root).field(provider.toString());
    }

    /** Returns the path of the host. */
    public FieldPath host() {
        return (legacy ? root.field("hostOverride") : root).field("host");
    }

    /** Returns the path of the port. */
    public FieldPath port() {
        return (legacy ? root.field("hostOverride") : root).field("port");
    }

    /** Returns the path of the switch that accepts any certificate. */
    public FieldPath skipVerify() {
        return root.field("hostOverride").field("insecureSkipVerify");
    }

    /** Returns the path of the path. */
    public FieldPath path() {
        return legacy
                ? root.field("pathOverride").field("fullPath")
                : root.field("path").field("full");
    }

    /** Returns the path of the header of the token. */
    public FieldPath header() {
        return root.field(legacy ? "authHeaderOverride" : "authHeader");
    }
}
