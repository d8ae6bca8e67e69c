// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

/** Constants of the kinds of the Gateway API. */
public final class GatewayApi {
    /** The API group. */
    public static final String GROUP = "gateway.networking.k8s.io";

    /** The API version that the records mirror. */
    public static final String API_VERSION = GROUP + "/v1";

    private GatewayApi() {}
}
