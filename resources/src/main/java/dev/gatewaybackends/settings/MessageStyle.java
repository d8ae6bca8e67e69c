// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.settings;

/** The wording of conditions and of the errors that they quote. */
public enum MessageStyle {
    /** Our own: says what was found, where, and what is allowed. */
    PLAIN,
    /** That of kgateway 2.1. */
    KGATEWAY_2_1,
    /** That of kgateway from 2.2 on. */
    KGATEWAY
}
