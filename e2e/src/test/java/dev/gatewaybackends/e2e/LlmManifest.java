// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

/** Manifests of {@code ai} Backends, each with a route for the host {@code <name>.example} and Secrets in namespace llm. */
final class LlmManifest {
    private final StringBuilder text = new StringBuilder();

    /** Adds a Backend and its route; {@code ai} is the content of {@code spec.ai} as flow-style YAML. */
    LlmManifest backend(String name, String ai) {
        document("""
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: NAME, namespace: llm}
                spec:
                  ai: AI
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: NAME, namespace: llm}
                spec:
                  parentRefs: [{name: gateway}]
                  hostnames: [NAME.example]
                  rules:
                    - backendRefs: [{group: gateway.kgateway.dev, kind: Backend, name: NAME}]
                """.replace("NAME", name).replace("AI", ai));
        return this;
    }

    /** Adds a Secret with a token. */
    LlmManifest secret(String name, String token) {
        document("""
                apiVersion: v1
                kind: Secret
                metadata: {name: NAME, namespace: llm}
                stringData: {Authorization: TOKEN}
                """.replace("NAME", name).replace("TOKEN", token));
        return this;
    }

    /** Returns an authToken that refers to a Secret. */
    static String token(String secret) {
        return "authToken: {kind: SecretRef, secretRef: {name: " + secret + "}}";
    }

    private void document(String document) {
        text.append(text.isEmpty() ? "" : "---\n").append(document);
    }

    Manifest build() {
        return new Manifest(text.toString());
    }
}
