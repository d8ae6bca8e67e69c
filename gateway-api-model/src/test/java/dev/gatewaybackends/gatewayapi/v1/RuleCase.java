// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

/** A CEL rule, an object that meets it and one that does not, and where in the latter it is reported. */
record RuleCase(Channels channels, String message, Object valid, Object invalid, String path) {
    /** The channels that have a rule. */
    enum Channels {
        BOTH,
        STANDARD,
        EXPERIMENTAL;

        boolean standard() {
            return this != EXPERIMENTAL;
        }

        boolean experimental() {
            return this != STANDARD;
        }
    }

    @Override
    public String toString() {
        return message;
    }
}
