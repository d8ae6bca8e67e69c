// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

/** The request headers by which the filters of a cluster hand things to each other; none of them leaves the proxy. */
public final class HandOverHeaders {
    /** The path of the chosen endpoint. */
    public static final String PATH = "x-ai-path";
    /** The host of the chosen endpoint. */
    public static final String AUTHORITY = "x-ai-authority";
    /** Which call the chosen endpoint needs. */
    public static final String VARIANT = "x-ai-variant";

    private HandOverHeaders() {}
}
