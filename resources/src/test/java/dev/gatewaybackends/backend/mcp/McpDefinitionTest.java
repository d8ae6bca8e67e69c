// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.read.ResourceCodec;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.validate.ResourceValidator;
import org.junit.jupiter.api.Test;

class McpDefinitionTest {
    private static final PluginRegistry MCP = PluginRegistry.of(new McpDefinition());
    private static final String TOOLS = """
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata:
              name: tools
              namespace: llm
            spec:
              type: MCP
              mcp:
                targets:
                - name: one
                  static:
                    host: tools.example
                    port: 8080
                - name: many
                  selector:
                    service:
                      matchLabels:
                        app: tools
                      matchExpressions:
                      - key: tier
                        operator: In
                        values:
                        - a
            """;

    @Test
    void discovery_findsTheType() {
        assertThat(PluginRegistry.discover().find("mcp")).isInstanceOf(McpDefinition.class);
    }

    @Test
    void validate_servers_saysThatNoEnvoyServesThem() {
        ResourceSet resources = ResourceReader.builder().plugins(MCP).build().readText(TOOLS);

        assertThat(ResourceValidator.builder()
                        .plugins(MCP)
                        .build()
                        .validate(resources)
                        .diagnostics()
                        .all())
                .singleElement()
                .hasToString(
                        "ERROR text:8:3: Backend llm/tools: spec.mcp: servers of the Model Context Protocol have no Envoy "
                                + "cluster: kgateway serves them with agentgateway [UnsupportedBackend]");
        assertThat(MCP.member(resources.all(Backend.class).get(0).spec().source()))
                .isEqualTo("mcp");
    }

    @Test
    void codec_servers_areWrittenAsTheyWereRead() {
        ResourceCodec codec = ResourceCodec.of(MCP);

        assertThat(codec.toYaml(codec.read(TOOLS, dev.gatewaybackends.backend.Backend.class)))
                .isEqualTo(TOOLS);
    }
}
