// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

/** The command was called with something that it cannot work with; the message says what is allowed. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
