// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

/** The kind of kgateway's Backend, as references name it. */
final class KgatewayBackend {
    static final String GROUP = "gateway.kgateway.dev";
    static final String KIND = "Backend";

    private KgatewayBackend() {}
}
