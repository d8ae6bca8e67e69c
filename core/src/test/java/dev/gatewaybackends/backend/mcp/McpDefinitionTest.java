// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.read.ResourceCodec;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.spi.PluginRegistry;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import org.junit.jupiter.api.Test;

class McpDefinitionTest {
    private static final PluginRegistry NO_PLUGINS = PluginRegistry.builder().build();
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
    void registry_withoutPlugins_knowsTheType() {
        assertThat(NO_PLUGINS.plugins()).isEmpty();
        assertThat(NO_PLUGINS.definitions()).singleElement().isInstanceOf(McpDefinition.class);
        assertThat(NO_PLUGINS.types().find("mcp")).isNotNull();
    }

    @Test
    void translate_servers_yieldsAnErrorAndNoCluster() {
        TranslationResult result = BackendTranslator.builder()
                .plugins(NO_PLUGINS)
                .build()
                .translate(ResourceReader.builder()
                        .backendTypes(NO_PLUGINS.types())
                        .build()
                        .readText(TOOLS));

        assertThat(result.clusters()).isEmpty();
        assertThat(result.diagnostics().all())
                .singleElement()
                .hasToString(
                        "ERROR text:8:3: Backend llm/tools: spec.mcp: servers of the Model Context Protocol have no Envoy "
                                + "cluster: kgateway serves them with agentgateway [UnsupportedBackend]");
        assertThat(result.type(result.backends().get(0))).isEqualTo("mcp");
    }

    @Test
    void codec_servers_areWrittenAsTheyWereRead() {
        ResourceCodec codec = ResourceCodec.of(NO_PLUGINS.types());

        assertThat(codec.toYaml(codec.read(TOOLS, dev.gatewaybackends.backend.Backend.class)))
                .isEqualTo(TOOLS);
    }
}
