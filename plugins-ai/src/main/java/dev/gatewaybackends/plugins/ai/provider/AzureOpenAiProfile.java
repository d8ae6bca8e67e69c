// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.plugins.ai.model.AzureOpenAiConfig;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.envoy.HostNames;
import java.util.Map;

/** Azure OpenAI. */
record AzureOpenAiProfile(AzureOpenAiConfig config) implements ProviderProfile {
    @Override
    public String host(TranslationSettings settings) {
        return settings.get(AiSettings.STRIP_ENDPOINT_SCHEME)
                ? HttpSyntax.withoutScheme(config.endpoint())
                : config.endpoint();
    }

    @Override
    public RequestPaths paths() {
        return new RequestPaths(
                takesModelFromBody()
                        ? "/openai/v1/chat/completions"
                        : "/openai/deployments/" + HttpSyntax.encoded(config.deploymentName())
                                + "/chat/completions?api-version=" + HttpSyntax.encoded(config.apiVersion()),
                null);
    }

    @Override
    public CredentialHeader header() {
        return new CredentialHeader("api-key", "");
    }

    /** The API without deployments names the model as OpenAI does. */
    @Override
    public boolean takesModelFromBody() {
        return config.apiVersion().equals("v1");
    }

    @Override
    public String modelField() {
        return "deploymentName";
    }

    @Override
    public Map<String, String> kgatewayMetadata() {
        return Map.of("api_version", config.apiVersion());
    }

    @Override
    public void check(FieldPath path, ValidationContext context) {
        ConfigChecks checks = new ConfigChecks(context);
        checks.segment(config.model(), path.field(modelField()));
        checkEndpoint(path.field("endpoint"), context);
        checks.segment(config.apiVersion(), path.field("apiVersion"));
    }

    private void checkEndpoint(FieldPath path, ValidationContext context) {
        String endpoint = config.endpoint();
        String host = HttpSyntax.withoutScheme(endpoint);
        boolean strip = context.settings().get(AiSettings.STRIP_ENDPOINT_SCHEME);
        if (strip && !host.equals(endpoint) && HostNames.problem(host) == null) {
            context.warning(
                    path, Reason.INVALID, "\"" + endpoint + "\" is read as \"" + host + "\" (expected: a host)");
            return;
        }
        String problem = HostNames.problem(endpoint);
        if (problem != null) {
            context.error(path, Reason.INVALID, problem);
        }
    }
}
