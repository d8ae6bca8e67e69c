// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

/** Whether a parent accepts a route: the reasons of the condition {@code Accepted}. */
enum RouteAcceptance {
    ACCEPTED("Accepted", "Successfully accepted Route"),
    NO_MATCHING_PARENT("NoMatchingParent", "the parent has no listener of this name and port"),
    NOT_DELEGATED("NoMatchingParent", "the parent does not delegate to it"),
    NOT_ALLOWED_BY_LISTENERS(
            "NotAllowedByListeners", "no listener of the parent allows routes of this kind from this namespace"),
    NO_MATCHING_LISTENER_HOSTNAME(
            "NoMatchingListenerHostname", "no host name of the route matches one of the parent's listeners"),
    UNSUPPORTED_VALUE("UnsupportedValue", "a route of this kind needs exactly one rule");

    private final String reason;
    private final String message;

    RouteAcceptance(String reason, String message) {
        this.reason = reason;
        this.message = message;
    }

    String reason() {
        return reason;
    }

    String message() {
        return message;
    }
}
