// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.settings;

import java.util.List;

/** The names of the upstream HTTP filters that clusters of AI Backends have, which no other filter may take. */
public final class FilterNames {
    /** Removes what must not reach the provider and hands over what the endpoint says. Routes override it by this name. */
    public static final String PREPARE = "ai.prepare";
    /** Moves path and host into the request. */
    public static final String REQUEST = "ai.request";
    /** Writes the host. */
    public static final String AUTHORITY = "ai.authority";
    /** Writes the path. */
    public static final String PATH = "ai.path";
    /** Adds the credential. */
    public static final String CREDENTIAL = "ai.credential";
    /** EndpointFilters what the chosen endpoint needs. */
    public static final String ENDPOINT = "ai.endpoint";
    /** Removes what was handed over. */
    public static final String CLEANUP = "ai.cleanup";

    /** Passes requests to the endpoint: the last filter of every chain. */
    public static final String CODEC_NAME = "envoy.filters.http.upstream_codec";
    /** All of them. */
    public static final List<String> NAMES =
            List.of(PREPARE, REQUEST, AUTHORITY, PATH, CREDENTIAL, ENDPOINT, CLEANUP, CODEC_NAME);

    private FilterNames() {}
}
