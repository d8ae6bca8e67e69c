// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.plugins.ai.settings.AiHttpFilters;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.TranslationContext;
import java.util.List;

/** Chooses the shape of a Backend's cluster by its settings: the way into this package. */
public final class AiClusters {
    private AiClusters() {}

    /** Translates the targets of a valid Backend, the ones with the highest priority first. */
    public static BackendTranslation translate(List<AiTarget> targets, TranslationContext context) {
        TranslationSettings settings = context.settings();
        if (settings.get(AiSettings.HTTP_FILTERS) == AiHttpFilters.KGATEWAY) {
            return KgatewayCluster.translate(targets, context);
        }
        return InternalListenerCluster.serves(targets, settings)
                ? new InternalListenerCluster(targets, context).translate()
                : new UpstreamFilterCluster(targets, context).translate();
    }
}
