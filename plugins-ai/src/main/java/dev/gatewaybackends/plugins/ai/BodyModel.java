// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

/** What is done about a model that belongs into the body of requests. */
public enum BodyModel {
    /** A warning says that it is not written. */
    WARN,
    /** Nothing. */
    IGNORE
}
