// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.diagnostics;

/**
 * A place in an input.
 *
 * @param source the file name as the caller gave it, {@code -} for standard input, or another name of the input
 * @param line the line, from 1
 * @param column the column in code points, from 1
 */
public record SourceLocation(String source, int line, int column) {
    /** Returns {@code source:line:column}. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
