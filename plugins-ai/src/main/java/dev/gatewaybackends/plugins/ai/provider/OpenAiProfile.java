// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.plugins.ai.model.OpenAiConfig;
import dev.gatewaybackends.settings.TranslationSettings;

/** OpenAI, and everything that speaks its API. */
record OpenAiProfile(OpenAiConfig config) implements ProviderProfile {
    @Override
    public String host(TranslationSettings settings) {
        return "api.openai.com";
    }

    @Override
    public RequestPaths paths() {
        return new RequestPaths("/v1/chat/completions", null);
    }

    @Override
    public CredentialHeader header() {
        return CredentialHeader.BEARER;
    }

    @Override
    public boolean takesModelFromBody() {
        return true;
    }

    @Override
    public void check(FieldPath path, ValidationContext context) {
        new ConfigChecks(context).segment(config.model(), path.field(modelField()));
    }
}
