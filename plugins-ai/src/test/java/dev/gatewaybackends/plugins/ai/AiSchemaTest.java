// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.validate.CrdVerdicts;
import dev.gatewaybackends.validate.ResourceVerdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server says about {@code spec.ai} and {@code spec.mcp} under the CRDs of 2.0 and 2.1. */
class AiSchemaTest {
    private static final String TOKEN = "authToken: {kind: Passthrough}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {llm: {openai: {T}}}                                  | ''
                    {llm: {bedrock: {}}}                                  | ''
                    {llm: {openai: {T}, path: {}}}                        | ''
                    {priorityGroups: [{}]}                                | ''
                    {priorityGroups: [{providers: [{name: a, openai: {T}}]}]} | ''
                    {}                                                    | spec.ai: Invalid value: exactly one of the fields in [llm priorityGroups] must be set
                    {llm: {}}                                             | spec.ai.llm: Invalid value: exactly one of the fields in [openai azureopenai anthropic gemini vertexai bedrock] must be set
                    {llm: {openai: {T}, host: x}}                         | spec.ai.llm: Invalid value: both host and port must be set together
                    {llm: {openai: {T}, authHeader: {}}}                  | spec.ai.llm.authHeader: Invalid value: at least one of prefix or headerName must be set
                    {llm: {openai: {authToken: {kind: Inline, inline: a, secretRef: {}}}}} | spec.ai.llm.openai.authToken: Invalid value: at most one of the fields in [inline secretRef] may be set
                    {llm: {bedrock: {auth: {type: Secret}}}}              | spec.ai.llm.bedrock.auth: Invalid value: secretRef must be specified when type is 'Secret'
                    {priorityGroups: []}                                  | spec.ai.priorityGroups: Invalid value: 0: spec.ai.priorityGroups in body should have at least 1 items
                    {priorityGroups: [{providers: [{name: a, openai: {T}}, {name: a, openai: {T}}]}]} | spec.ai.priorityGroups[0].providers: Invalid value: provider names must be unique within a group
                    """)
    void schemaOf21_object_isJudgedLikeByTheApiServer(String ai, String error) {
        assertThat(errors(KgatewayVersion.V2_1, "AI", "ai: " + ai.replace("{T}", "{" + TOKEN + "}")))
                .isEqualTo(error.isEmpty() ? List.of() : List.of(error));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {llm: {provider: {openai: {T}}}}                      | ''
                    {llm: {provider: {openai: {T}}}, multipool: {priorities: [{pool: [{provider: {openai: {T}}}]}]}} | spec.ai: Invalid value: There must one and only one LLM or MultiPool can be set
                    {llm: {provider: {}}}                                 | spec.ai.llm.provider: Invalid value: should have at least 1 properties
                    """)
    void schemaOf20_object_isJudgedByItsRules(String ai, String error) {
        assertThat(errors(KgatewayVersion.V2_0, "AI", "ai: " + ai.replace("{T}", "{" + TOKEN + "}")))
                .isEqualTo(error.isEmpty() ? List.of() : List.of(error));
    }

    @Test
    void schemaOf21_spellingOf20_isPruned() {
        ResourceVerdict verdict = verdict(
                KgatewayVersion.V2_1,
                "AI",
                "ai: {llm: {openai: {" + TOKEN
                        + "}, provider: {}, hostOverride: {}, pathOverride: {}, path: {fullPath: /}}}");

        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict.entry().problems())
                .extracting(problem -> problem.path().toString())
                .containsExactlyInAnyOrder(
                        "spec.ai.llm.provider",
                        "spec.ai.llm.hostOverride",
                        "spec.ai.llm.pathOverride",
                        "spec.ai.llm.path.fullPath");
    }

    @Test
    void groups_moreThan32_areTooMany() {
        String group = "{providers: [{name: a, openai: {" + TOKEN + "}}]}";
        String groups = IntStream.range(0, 33).mapToObj(i -> group).collect(Collectors.joining(", "));

        assertThat(errors(KgatewayVersion.V2_1, "AI", "ai: {priorityGroups: [" + groups + "]}"))
                .contains("spec.ai.priorityGroups: Too many: 33: must have at most 32 items");
    }

    @Test
    void decimalPort_inJson_isRefusedLikeByTheApiServer() {
        ResourceSet read = CrdVerdicts.read("""
                {"apiVersion": "gateway.kgateway.dev/v1alpha1", "kind": "Backend",
                 "metadata": {"name": "chat", "namespace": "llm"},
                 "spec": {"type": "AI", "ai": {"llm": {
                   "openai": {"authToken": {"kind": "Passthrough"}}, "host": "x", "port": 100.0}}}}
                """, KgatewayVersion.V2_1);

        assertThat(CrdVerdicts.errors(read, KgatewayVersion.V2_1))
                .containsExactly(
                        "spec.ai.llm: Invalid value: \"object\": invalid data, expected int, got float64 evaluating "
                                + "rule: both host and port must be set together");
    }

    @Test
    void mcp_valid_isAcceptedAndHasNoCluster() {
        ResourceVerdict verdict = verdict(
                KgatewayVersion.V2_1, "MCP", "mcp: {targets: [{name: a, static: {host: x, port: 80, protocol: SSE}}]}");

        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict.findings())
                .singleElement()
                .extracting(Diagnostic::toString)
                .asString()
                .contains(
                        "spec.mcp: servers of the Model Context Protocol have no Envoy cluster",
                        "[UnsupportedBackend]");
    }

    @Test
    void mcp_badTargets_areJudgedLikeByTheApiServer() {
        assertThat(errors(KgatewayVersion.V2_1, "MCP", "mcp: {targets: [{name: a}, {name: b, selector: {}}]}"))
                .containsExactlyInAnyOrder(
                        "spec.mcp.targets[0]: Invalid value: exactly one of the fields in [selector static] must be set",
                        "spec.mcp.targets[1].selector: Invalid value: at least one of namespace or service must be set");
    }

    private static List<String> errors(KgatewayVersion version, String type, String member) {
        return verdict(version, type, member).errors().stream()
                .map(error -> error.path() + ": " + error.message())
                .toList();
    }

    private static ResourceVerdict verdict(KgatewayVersion version, String type, String member) {
        ResourceSet read = CrdVerdicts.read("""
                        apiVersion: gateway.kgateway.dev/v1alpha1
                        kind: Backend
                        metadata: {name: chat, namespace: llm}
                        spec: {type: TYPE, MEMBER}
                        """.replace("TYPE", type).replace("MEMBER", member), version);
        return CrdVerdicts.verdict(read, version);
    }
}
