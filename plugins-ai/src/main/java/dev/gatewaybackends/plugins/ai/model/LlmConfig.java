// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of one provider. */
public sealed interface LlmConfig
        permits OpenAiConfig, AzureOpenAiConfig, AnthropicConfig, GeminiConfig, VertexAiConfig, BedrockConfig {
    /** Returns which provider it is. */
    public AiProvider provider();

    /** Returns the token; null for Bedrock, which has none. */
    @Nullable
    public SingleAuthToken authToken();

    /** Returns the model; null where the request names it. */
    @Nullable
    public String model();

    /** Returns those that are set. */
    public static List<LlmConfig> present(@Nullable LlmConfig... configs) {
        List<LlmConfig> present = new ArrayList<>(1);
        for (LlmConfig config : configs) {
            if (config != null) {
                present.add(config);
            }
        }
        return Collections.unmodifiableList(present);
    }
}
