// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.settings;

/** What happens to a backendRef to a Backend that names a {@code port}, which a Backend has no use for. */
public enum BackendRefPortPolicy {
    /** The port is passed over, with a {@code PortIgnored} warning. */
    IGNORE,
    /** The reference fails with {@code BackendNotFound}, as in kgateway. */
    REJECT
}
