// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.settings;

/** Which method of a provider is called, where that is a matter of the path. */
public enum CompletionMethod {
    /** The one with a single answer. */
    UNARY,
    /** The one that streams its answer. */
    STREAM
}
