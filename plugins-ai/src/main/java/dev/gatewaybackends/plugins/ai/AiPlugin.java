// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.plugins.ai.cluster.AiClusters;
import dev.gatewaybackends.plugins.ai.model.AiBackend;
import dev.gatewaybackends.plugins.ai.model.AiEntries;
import dev.gatewaybackends.plugins.ai.provider.AiChecks;
import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendPlugin;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.TranslationContext;
import java.util.List;

/**
 * Translates {@code spec.ai}: a cluster with an endpoint for each LLM provider, whose filters send every request to the path,
 * under the host name and with the credential of the endpoint that was chosen.
 */
public final class AiPlugin implements BackendPlugin<AiBackend> {
    private static final BackendType<AiBackend> TYPE =
            BackendType.of("ai", AiBackend.class, "AI").existsIn(KgatewayVersion.V2_0, KgatewayVersion.V2_1);

    /** Creates the plugin; called by the service loader. */
    public AiPlugin() {}

    @Override
    public BackendType<AiBackend> type() {
        return TYPE;
    }

    @Override
    public List<Setting<?>> settings() {
        return AiSettings.all();
    }

    @Override
    public String portOrigin(AiBackend source) {
        List<String> ports = AiEntries.of(source, FieldPath.root()).stream()
                .map(entry -> String.valueOf(AiTarget.port(entry)))
                .distinct()
                .toList();
        return OWN_PORT + (ports.size() == 1 ? ", " : "s, ") + String.join(", ", ports);
    }

    @Override
    public boolean requiresHttp(AiBackend source) {
        return true;
    }

    @Override
    public void validate(AiBackend source, ValidationContext context) {
        new AiChecks(context).check(source);
    }

    @Override
    public BackendTranslation translate(AiBackend source, TranslationContext context) {
        TranslationSettings settings = context.settings();
        List<AiTarget> targets = AiEntries.of(source, context.path()).stream()
                .map(entry -> AiTarget.of(entry, settings))
                .toList();
        return AiClusters.translate(targets, context);
    }
}
