// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.settings;

/** Whose HTTP filters a cluster has. */
public enum AiHttpFilters {
    /** Those of any Envoy. */
    STOCK,
    /** Those of kgateway's own build of Envoy, which every other Envoy refuses. */
    KGATEWAY
}
