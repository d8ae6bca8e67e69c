// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.benchmarks;

/** Manifests with many static Backends, and as many routes where asked for. */
final class StaticBackends {
    private StaticBackends() {}

    static String yaml(int count) {
        StringBuilder text = new StringBuilder(count * 260);
        for (int i = 0; i < count; i++) {
            text.append("""
                    apiVersion: gateway.kgateway.dev/v1alpha1
                    kind: Backend
                    metadata:
                      name: backend-%1$d
                      namespace: team-%2$d
                      labels:
                        app: shop
                    spec:
                      type: Static
                      static:
                        hosts:
                          - host: 10.0.%2$d.7
                            port: 8080
                          - host: 10.0.%2$d.8
                            port: 8080
                    ---
                    """.formatted(i, i % 200));
        }
        return text.toString();
    }

    static String yamlWithRoutes(int count) {
        StringBuilder text = new StringBuilder(count * 600).append(yaml(count));
        for (int i = 0; i < count; i++) {
            text.append("""
                    apiVersion: gateway.networking.k8s.io/v1
                    kind: HTTPRoute
                    metadata:
                      name: route-%1$d
                      namespace: team-%2$d
                    spec:
                      parentRefs:
                        - name: http
                      hostnames:
                        - host-%1$d.example
                      rules:
                        - backendRefs:
                            - group: gateway.kgateway.dev
                              kind: Backend
                              name: backend-%1$d
                    ---
                    """.formatted(i, i % 200));
        }
        return text.toString();
    }

    static String json(int count) {
        StringBuilder text = new StringBuilder(count * 260);
        for (int i = 0; i < count; i++) {
            text.append("""
                    {"apiVersion":"gateway.kgateway.dev/v1alpha1","kind":"Backend","metadata":{"name":"backend-%1$d",\
                    "namespace":"team-%2$d","labels":{"app":"shop"}},"spec":{"type":"Static","static":{"hosts":[\
                    {"host":"10.0.%2$d.7","port":8080},{"host":"10.0.%2$d.8","port":8080}]}}}
                    """.formatted(i, i % 200));
        }
        return text.toString();
    }
}
