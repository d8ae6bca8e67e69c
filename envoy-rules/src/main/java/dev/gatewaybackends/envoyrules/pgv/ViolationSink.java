// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

/** Takes the violations of one message, in the order they are found. */
@FunctionalInterface
public interface ViolationSink {
    /**
     * Takes one violation.
     *
     * @param path the field, empty for the message itself
     * @param message what was found and what is allowed
     */
    void add(String path, String message);
}
