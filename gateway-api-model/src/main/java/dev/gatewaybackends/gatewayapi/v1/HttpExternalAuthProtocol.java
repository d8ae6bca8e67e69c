// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

/** The protocol of an authorization service. Mirrors {@code HTTPRouteExternalAuthProtocol}. */
public enum HttpExternalAuthProtocol {
    /** Envoy's {@code ext_authz} over HTTP. */
    HTTP,
    /** Envoy's {@code ext_authz} over gRPC. */
    GRPC
}
