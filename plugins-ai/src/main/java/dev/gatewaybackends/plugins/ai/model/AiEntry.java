// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.diagnostics.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * One provider of a Backend, whatever the spelling it was written in.
 *
 * @param group the index of its group, which is its priority
 * @param index its index in the group
 * @param place where it stands, and how its fields are called there
 * @param name its name; null where the spelling has none
 * @param config the settings of the provider
 * @param host the host to call instead of the provider's own
 * @param port the port to call instead of the provider's own
 * @param path the path to call instead of the provider's own
 * @param header how the token is sent instead of the provider's own way
 * @param skipVerify whether any certificate is accepted
 */
public record AiEntry(
        int group,
        int index,
        EntryPath place,
        @Nullable String name,
        LlmConfig config,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String path,
        @Nullable AuthHeader header,
        boolean skipVerify) {

    /** Returns which provider it is. */
    public AiProvider provider() {
        return config.provider();
    }

    /** Returns the path of the provider's settings. */
    public FieldPath configPath() {
        return place.config(provider());
    }

    /** Returns the path of the token. */
    public FieldPath tokenPath() {
        return configPath().field("authToken");
    }

    /** Returns whether the client's own credential is passed through. */
    public boolean isPassthrough() {
        SingleAuthToken token = config.authToken();
        return token != null && token.kind() == AuthTokenKind.PASSTHROUGH;
    }
}
