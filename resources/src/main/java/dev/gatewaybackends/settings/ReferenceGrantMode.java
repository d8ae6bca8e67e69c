// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.settings;

/** Which references across namespaces need a ReferenceGrant. */
public enum ReferenceGrantMode {
    /** All that can cross namespaces. */
    STRICT,
    /** All but those that only extensions of a control plane define. For backendRefs and Secrets the same as {@link #STRICT}. */
    PERMISSIVE,
    /** None. */
    OFF
}
