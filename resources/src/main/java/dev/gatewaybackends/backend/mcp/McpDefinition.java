// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend.mcp;

import dev.gatewaybackends.backend.BackendDefinition;
import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.schema.KgatewayVersion;

/** Knows {@code spec.mcp} by its shape, and that no Envoy serves it. */
public final class McpDefinition implements BackendDefinition<McpBackend> {
    private static final BackendType<McpBackend> TYPE =
            BackendType.of("mcp", McpBackend.class, "MCP").existsIn(KgatewayVersion.V2_1, KgatewayVersion.V2_1);

    /** Creates the definition. */
    public McpDefinition() {}

    @Override
    public BackendType<McpBackend> type() {
        return TYPE;
    }

    @Override
    public void validate(McpBackend source, ValidationContext context) {
        context.error(
                context.path(),
                Reason.UNSUPPORTED_BACKEND,
                "servers of the Model Context Protocol have no Envoy cluster: kgateway serves them with agentgateway");
    }
}
