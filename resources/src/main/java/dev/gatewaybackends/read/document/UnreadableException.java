// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

/** A document that cannot be parsed: what is wrong and where, counted from 0 within the document. Never leaves the package. */
public final class UnreadableException extends Exception {
    private final int line;
    private final int column;

    public UnreadableException(String message, int line, int column) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** The message, which every constructor gives. */
    public String problem() {
        String message = getMessage();
        return message == null ? "unreadable" : message;
    }
}
