// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.plugins.ai.model.GeminiConfig;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.Map;

/** Google Gemini. */
record GeminiProfile(GeminiConfig config) implements ProviderProfile {
    @Override
    public String host(TranslationSettings settings) {
        return "generativelanguage.googleapis.com";
    }

    @Override
    public RequestPaths paths() {
        return GooglePaths.of("/" + config.apiVersion() + "/models/" + HttpSyntax.encoded(config.model()), null);
    }

    @Override
    public CredentialHeader header() {
        return new CredentialHeader("x-goog-api-key", "");
    }

    @Override
    public boolean takesModelFromBody() {
        return false;
    }

    @Override
    public Map<String, String> kgatewayMetadata() {
        return Map.of("api_version", config.apiVersion());
    }

    @Override
    public void check(FieldPath path, ValidationContext context) {
        ConfigChecks checks = new ConfigChecks(context);
        checks.segment(config.model(), path.field(modelField()));
        checks.notEmpty(config.model(), path.field(modelField()));
        checks.apiVersion(config.apiVersion(), path.field("apiVersion"));
    }
}
