// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import dev.gatewaybackends.backend.Ports;

/** Where a listener listens. */
record ListenAddress(String host, int port) {

    static ListenAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = colon < 1 ? -1 : Integer.parseInt(text.substring(colon + 1));
            if (port >= 0 && port <= Ports.MAX) {
                String host = text.substring(0, colon);
                return new ListenAddress(
                        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host, port);
            }
        } catch (NumberFormatException e) {
            // Reported below with what is allowed.
        }
        throw new UsageException(
                "--listen: '" + text + "' is not an address (expected: HOST:PORT, e.g. 127.0.0.1:10000)");
    }
}
