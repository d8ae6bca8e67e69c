// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed about references: outcomes, parents, and the grants that are missing. */
class ReferencesOutputTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFUSED = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web, namespace: shop, generation: 5}
            spec:
              parentRefs: [{name: edge, sectionName: https}, {name: edge, sectionName: none}, {name: unknown}]
              rules:
                - backendRefs:
                    - {name: cart, namespace: back, port: 80}
                    - {group: gateway.kgateway.dev, kind: Backend, name: api, namespace: back}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: shop}
            spec:
              gatewayClassName: example
              listeners:
                - name: https
                  port: 443
                  protocol: HTTPS
                  tls: {certificateRefs: [{name: cert, namespace: certs}]}
            """;
    private static final String GRANTS = """
            ---
            apiVersion: gateway.networking.k8s.io/v1beta1
            kind: ReferenceGrant
            metadata:
              name: httproute-from-shop
              namespace: back
            spec:
              from:
              - group: gateway.networking.k8s.io
                kind: HTTPRoute
                namespace: shop
              to:
              - group: ""
                kind: Service
                name: cart
              - group: gateway.kgateway.dev
                kind: Backend
                name: api
            ---
            apiVersion: gateway.networking.k8s.io/v1beta1
            kind: ReferenceGrant
            metadata:
              name: gateway-from-shop
              namespace: certs
            spec:
              from:
              - group: gateway.networking.k8s.io
                kind: Gateway
                namespace: shop
              to:
              - group: ""
                kind: Secret
                name: cert
            """;

    private static JsonNode json(GwbRunner.Result result) throws IOException {
        return JSON.readTree(result.out());
    }

    @Test
    void validateText_withRefusedReferences_printsTheGrantsToApply() {
        GwbRunner.Result result = GwbRunner.run(REFUSED, "validate");

        assertThat(result.status()).isEqualTo(Gwb.ERRORS);
        assertThat(result.out()).isEqualTo("""
                ERROR -:8:11: HTTPRoute shop/web: spec.rules[0].backendRefs[0]: no ReferenceGrant in the namespace back \
                permits the reference to Service back/cart [RefNotPermitted]
                ERROR -:9:11: HTTPRoute shop/web: spec.rules[0].backendRefs[1]: no ReferenceGrant in the namespace back \
                permits the reference to Backend back/api [RefNotPermitted]
                ERROR -:20:31: Gateway shop/edge: spec.listeners[0].tls.certificateRefs[0]: no ReferenceGrant in the \
                namespace certs permits the reference to Secret certs/cert [RefNotPermitted]
                These would permit what was refused:
                """ + GRANTS + "---\n2 resources, 2 with errors\n");
    }

    @Test
    void validate_onceTheGrantsAreApplied_hasNothingToRefuse() {
        GwbRunner.Result result = GwbRunner.run(REFUSED + GRANTS, "validate");

        assertThat(result.status()).isEqualTo(Gwb.OK);
        assertThat(result.out()).isEqualTo("4 resources, 0 with errors\n");
    }

    @Test
    void validate_withAFurtherReference_suggestsAGrantBesideThoseThatAreThere() {
        String further = REFUSED.replace("name: cart,", "name: stock,");
        GwbRunner.Result result = GwbRunner.run(further + GRANTS, "validate");

        assertThat(result.out())
                .contains("name: httproute-from-shop-2")
                .contains("name: stock")
                .doesNotContain("name: api");
    }

    @Test
    void validateJson_hasTheGrantsAsObjects() throws IOException {
        JsonNode json = json(GwbRunner.run(REFUSED, "validate", "-o", "json"));

        assertThat(json.at("/missingReferenceGrants")).hasSize(2);
        assertThat(json.at("/missingReferenceGrants/0/kind").asText()).isEqualTo("ReferenceGrant");
        assertThat(json.at("/missingReferenceGrants/0/metadata/namespace").asText())
                .isEqualTo("back");
        assertThat(json.at("/missingReferenceGrants/0/spec/to")).hasSize(2);
        assertThat(json.at("/missingReferenceGrants/1/spec/from/0/kind").asText())
                .isEqualTo("Gateway");
        assertThat(json.at("/resources/0/verdict").asText())
                .as("the API server's")
                .isEqualTo("accepted");
        assertThat(json.at("/diagnostics")).hasSize(3);
        GwbRunner.Result applied = GwbRunner.run(
                REFUSED + "---\n" + json.at("/missingReferenceGrants/0") + "\n---\n"
                        + json.at("/missingReferenceGrants/1"),
                "validate");
        assertThat(applied.status()).isEqualTo(Gwb.OK);
    }

    @Test
    void referenceGrantMode_off_refusesNothing() throws IOException {
        GwbRunner.Result text = GwbRunner.run(REFUSED, "validate", "--reference-grant-mode", "off");

        assertThat(text.status()).isEqualTo(Gwb.OK);
        assertThat(text.out()).isEqualTo("2 resources, 0 with errors\n");
        JsonNode json = json(GwbRunner.run(REFUSED, "validate", "--reference-grant-mode", "off", "-o", "json"));
        assertThat(json.at("/missingReferenceGrants")).isEmpty();
        assertThat(GwbRunner.run(REFUSED, "validate", "--reference-grant-mode", "permissive")
                        .status())
                .isEqualTo(Gwb.ERRORS);
        assertThat(GwbRunner.run(REFUSED, "validate", "--reference-grant-mode", "some")
                        .status())
                .isEqualTo(Gwb.USAGE);
        assertThat(outcomes(json(GwbRunner.run(REFUSED, "translate", "-o", "json", "--reference-grant-mode", "off"))))
                .containsExactly("BackendNotFound", "BackendNotFound", "Resolved");
    }

    private static List<String> outcomes(JsonNode json) {
        List<String> outcomes = new ArrayList<>();
        json.at("/routes/0/backendRefs")
                .forEach(ref -> outcomes.add(ref.at("/outcome").asText()));
        json.at("/references").forEach(ref -> outcomes.add(ref.at("/outcome").asText()));
        return outcomes;
    }

    @Test
    void translateJson_hasTheReferencesOfOtherResources() throws IOException {
        JsonNode json = json(GwbRunner.run(REFUSED, "translate", "-o", "json"));

        assertThat(json.at("/references")).hasSize(1);
        assertThat(json.at("/references/0")).isEqualTo(JSON.readTree("""
                {"kind": "Gateway", "namespace": "shop", "name": "edge",
                 "path": "spec.listeners[0].tls.certificateRefs[0]",
                 "target": {"group": "", "kind": "Secret", "namespace": "certs", "name": "cert"},
                 "outcome": "RefNotPermitted"}"""));
        assertThat(outcomes(json)).containsOnly("RefNotPermitted");
    }

    @Test
    void translateJson_hasTheConditionsOfEachKnownParent() throws IOException {
        JsonNode parents =
                json(GwbRunner.run(REFUSED, "translate", "-o", "json")).at("/routes/0/parents");

        assertThat(parents).hasSize(2);
        assertThat(parents.get(0).at("/parentRef")).isEqualTo(JSON.readTree("""
                {"group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "edge", "sectionName": "https"}"""));
        assertThat(parents.get(0).at("/conditions/0/reason").asText()).isEqualTo("Accepted");
        assertThat(parents.get(0).at("/conditions/1/reason").asText()).isEqualTo("RefNotPermitted");
        assertThat(parents.get(0).at("/conditions/1/observedGeneration").asInt())
                .isEqualTo(5);
        assertThat(parents.get(1).at("/conditions/0/status").asText()).isEqualTo("False");
        assertThat(parents.get(1).at("/conditions/0/reason").asText()).isEqualTo("NoMatchingParent");
    }

    @Test
    void translateJson_ofADelegation_namesTheRoutesThatDecide() throws IOException {
        JsonNode json = json(GwbRunner.run("""
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: root}
                spec: {rules: [{backendRefs: [{group: gateway.networking.k8s.io, kind: HTTPRoute, name: child}]}]}
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: child}
                spec: {rules: [{}]}
                """, "translate", "-o", "json"));

        assertThat(json.at("/routes/0/backendRefs/0/outcome").asText()).isEqualTo("Delegated");
        assertThat(json.at("/routes/0/backendRefs/0/delegates/0/name").asText()).isEqualTo("child");
        assertThat(json.at("/routes/1/parents/0/parentRef/kind").asText()).isEqualTo("HTTPRoute");
        assertThat(json.at("/routes/1/parents/0/parentRef/name").asText()).isEqualTo("root");
    }
}
