// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

/** What the hosts of a {@link StaticBackend} speak. Mirrors {@code spec.static.appProtocol}. */
public enum AppProtocol {
    /** HTTP/2. */
    HTTP2("http2"),
    /** gRPC, hence HTTP/2. */
    GRPC("grpc"),
    /** gRPC-Web, which kgateway also sends over HTTP/2. */
    GRPC_WEB("grpc-web"),
    /** HTTP/2 without TLS, by prior knowledge. */
    KUBERNETES_H2C("kubernetes.io/h2c"),
    /** WebSocket over HTTP/1.1: routes to these hosts allow the upgrade. */
    KUBERNETES_WS("kubernetes.io/ws");

    private final String literal;

    AppProtocol(String literal) {
        this.literal = literal;
    }

    /** Returns whether the hosts are spoken to in HTTP/2. */
    boolean isHttp2() {
        return this != KUBERNETES_WS;
    }

    /** Returns the literal of the CRD. */
    @Override
    public String toString() {
        return literal;
    }
}
