// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.settings;

/** How the path and the host of a provider get into requests. */
public enum RewriteMode {
    /** By a constant Lua script, from the metadata of the endpoint. */
    LUA,
    /** By credential filters, from secrets. */
    SECRET,
    /** Not by the cluster. */
    OFF
}
