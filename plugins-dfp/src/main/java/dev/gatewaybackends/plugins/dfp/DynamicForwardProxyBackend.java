// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.dfp;

import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * The host and port that each request names in its Host header. Mirrors {@code spec.dynamicForwardProxy}.
 *
 * @param enableTls whether to speak TLS to that host; null means false
 */
@ModelType
public record DynamicForwardProxyBackend(@Nullable Boolean enableTls) implements BackendSource {
    /** Returns a forward proxy. */
    public static DynamicForwardProxyBackend of(boolean enableTls) {
        return new DynamicForwardProxyBackend(enableTls);
    }
}
