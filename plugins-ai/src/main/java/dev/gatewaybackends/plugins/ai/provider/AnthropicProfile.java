// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.plugins.ai.model.AnthropicConfig;
import dev.gatewaybackends.settings.TranslationSettings;

/** Anthropic. */
record AnthropicProfile(AnthropicConfig config) implements ProviderProfile {
    @Override
    public String host(TranslationSettings settings) {
        return "api.anthropic.com";
    }

    @Override
    public RequestPaths paths() {
        return new RequestPaths("/v1/messages", null);
    }

    @Override
    public CredentialHeader header() {
        return new CredentialHeader("x-api-key", "");
    }

    @Override
    public boolean takesModelFromBody() {
        return true;
    }

    @Override
    public void check(FieldPath path, ValidationContext context) {
        new ConfigChecks(context).segment(config.model(), path.field(modelField()));
        if (config.apiVersion() != null && HttpSyntax.hasControls(config.apiVersion())) {
            context.error(path.field("apiVersion"), Reason.INVALID, "the version has control characters");
        }
    }
}
