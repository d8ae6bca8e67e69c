// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

/** Constants of the experimental kinds of the Gateway API. */
public final class GatewayApiX {
    /** The API group. */
    public static final String GROUP = "gateway.networking.x-k8s.io";

    /** The API version that the records mirror. */
    public static final String API_VERSION = GROUP + "/v1alpha1";

    private GatewayApiX() {}
}
