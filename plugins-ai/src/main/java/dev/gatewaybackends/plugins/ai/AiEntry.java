// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

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
record AiEntry(
        int group,
        int index,
        Place place,
        @Nullable String name,
        LlmConfig config,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String path,
        @Nullable AuthHeader header,
        boolean skipVerify) {

    /**
     * Where an entry stands.
     *
     * @param root the path of the entry
     * @param legacy whether it is spelled as in kgateway 2.0
     */
    record Place(FieldPath root, boolean legacy) {
        FieldPath config(AiProvider provider) {
            return (legacy ? root.field("provider") : root).field(provider.toString());
        }

        FieldPath host() {
            return (legacy ? root.field("hostOverride") : root).field("host");
        }

        FieldPath port() {
            return (legacy ? root.field("hostOverride") : root).field("port");
        }

        FieldPath skipVerify() {
            return root.field("hostOverride").field("insecureSkipVerify");
        }

        FieldPath path() {
            return legacy
                    ? root.field("pathOverride").field("fullPath")
                    : root.field("path").field("full");
        }

        FieldPath header() {
            return root.field(legacy ? "authHeaderOverride" : "authHeader");
        }
    }

    AiProvider provider() {
        return config.provider();
    }

    /** Returns the path of the provider's settings. */
    FieldPath configPath() {
        return place.config(provider());
    }

    FieldPath tokenPath() {
        return configPath().field("authToken");
    }

    /** Returns the model that the provider takes from the body of requests; null if there is none. */
    @Nullable
    String bodyModel() {
        String model = config.model();
        boolean inBody = switch (provider()) {
            case OPENAI, ANTHROPIC -> true;
            case AZURE_OPENAI -> ((AzureOpenAiConfig) config).apiVersion().equals("v1");
            case GEMINI, VERTEX_AI, BEDROCK -> false;
        };
        return !inBody || model == null || model.isEmpty() ? null : model;
    }

    boolean isPassthrough() {
        SingleAuthToken token = config.authToken();
        return token != null && token.kind() == AuthTokenKind.PASSTHROUGH;
    }
}
