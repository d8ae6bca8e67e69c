// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.plugins.ai.model.VertexAiConfig;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Google Vertex AI. */
record VertexAiProfile(VertexAiConfig config) implements ProviderProfile {
    private static final Set<String> MULTI_REGIONS = Set.of("us", "eu");
    private static final String PUBLISHER = "google";

    @Override
    public String host(TranslationSettings settings) {
        String location = config.location();
        if (settings.get(AiSettings.VERTEX_MULTI_REGIONS)) {
            if (location.equals("global")) {
                return "aiplatform.googleapis.com";
            }
            if (MULTI_REGIONS.contains(location)) {
                return "aiplatform." + location + ".rep.googleapis.com";
            }
        }
        return location + "-aiplatform.googleapis.com";
    }

    @Override
    public RequestPaths paths() {
        return GooglePaths.of(
                "/" + config.apiVersion() + "/projects/" + HttpSyntax.encoded(config.projectId()) + "/locations/"
                        + HttpSyntax.encoded(config.location()) + "/publishers/" + PUBLISHER + "/models/"
                        + HttpSyntax.encoded(config.model()),
                config.modelPath());
    }

    @Override
    public CredentialHeader header() {
        return CredentialHeader.BEARER;
    }

    @Override
    public boolean takesModelFromBody() {
        return false;
    }

    @Override
    public Map<String, String> kgatewayMetadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("api_version", config.apiVersion());
        metadata.put("location", config.location());
        metadata.put("project", config.projectId());
        metadata.put("publisher", PUBLISHER);
        return metadata;
    }

    @Override
    public void check(FieldPath path, ValidationContext context) {
        ConfigChecks checks = new ConfigChecks(context);
        checks.segment(config.model(), path.field(modelField()));
        checks.apiVersion(config.apiVersion(), path.field("apiVersion"));
        checks.segment(config.projectId(), path.field("projectId"));
        if (!HttpSyntax.isLabel(config.location())) {
            context.error(
                    path.field("location"),
                    Reason.INVALID,
                    "\"" + config.location() + "\" is not a location of Vertex AI");
        }
        if (config.modelPath() != null && !HttpSyntax.isUriText(config.modelPath())) {
            context.error(
                    path.field("modelPath"),
                    Reason.INVALID,
                    "the method has a space, a control character or one beyond ASCII");
        }
    }
}
