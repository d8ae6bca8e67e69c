// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

/**
 * Walks forward through a text and counts lines and columns, both from 0, the same way as the YAML parser: columns in code
 * points, and every line break of YAML 1.1 ends a line.
 */
public final class TextCursor {
    private final String text;
    private int index;
    private int line;
    private int column;

    public TextCursor(String text) {
        this.text = text;
    }

    /** Moves on to an index, in UTF-16 units; stays where it is if that lies behind. */
    public TextCursor moveTo(int target) {
        int end = Math.min(target, text.length());
        for (; index < end; index++) {
            char c = text.charAt(index);
            if (isBreak(text, index)) {
                line++;
                column = 0;
            } else if (c != '\uFEFF' && !(Character.isLowSurrogate(c) && index > 0 && isHigh(index - 1))) {
                column++;
            }
        }
        return this;
    }

    private boolean isHigh(int at) {
        return Character.isHighSurrogate(text.charAt(at));
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** Returns whether a line ends with the character at an index; of CR and LF together, with the LF. */
    public static boolean isBreak(String text, int index) {
        return switch (text.charAt(index)) {
            case '\n', '\u0085', '\u2028', '\u2029' -> true;
            case '\r' -> index + 1 == text.length() || text.charAt(index + 1) != '\n';
            default -> false;
        };
    }
}
