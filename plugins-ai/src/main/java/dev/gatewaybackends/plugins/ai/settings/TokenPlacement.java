// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.settings;

/** Where tokens travel. */
public enum TokenPlacement {
    /** In secrets that the proxy fetches by SDS; the cluster names them. */
    SDS,
    /** In the metadata of endpoints, readable for everybody who sees the cluster. */
    ENDPOINT_METADATA,
    /** Nowhere: requests leave without a credential. */
    NONE
}
