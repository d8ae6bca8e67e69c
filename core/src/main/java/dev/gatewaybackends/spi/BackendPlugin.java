// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import dev.gatewaybackends.backend.BackendDefinition;
import dev.gatewaybackends.backend.BackendSource;

/**
 * Translates one type of Backend into Envoy configuration.
 *
 * <p>Found like every {@link BackendDefinition}, through
 * {@code META-INF/services/dev.gatewaybackends.backend.BackendDefinition}. Instances are shared between threads.
 *
 * <p>Bad input is not exceptional: report it to the context and return {@link BackendTranslation#rejected()}. An exception
 * from here means a bug and becomes an {@code Internal} diagnostic that costs only this Backend.
 *
 * @param <S> the record class of the type
 */
public interface BackendPlugin<S extends BackendSource> extends BackendDefinition<S> {
    /**
     * Translates a source that is valid.
     *
     * <p>The result depends on the arguments alone. Start from {@link TranslationContext#newCluster()}, which carries the
     * name and what every cluster has. A result with neither a cluster nor a reported error is a bug of the plugin.
     */
    BackendTranslation translate(S source, TranslationContext context);
}
