// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.diagnostics;

/**
 * Shows values of inputs in messages: what is long is cut, and what is sensitive is hidden.
 *
 * <p>Every message that quotes a value takes it from here, so that no message is longer or tells more than it should.
 */
public final class Quotes {
    /** What stands in the place of a sensitive value. */
    public static final String HIDDEN = "[hidden]";

    private static final int MAX_SHOWN = 80;
    private static final String CUT = "...";

    private Quotes() {}

    /** Returns the text, cut after 80 characters. */
    public static String shown(String text) {
        return text.length() <= MAX_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MAX_SHOWN) - 1)) + CUT;
    }

    /** Returns the text in double quotes, cut after 80 characters. */
    public static String quoted(String text) {
        return '"' + shown(text) + '"';
    }

    /**
     * Returns the text in double quotes, cut after 80 characters.
     *
     * @param sensitive whether nothing of it may be shown
     */
    public static String quoted(String text, boolean sensitive) {
        return quoted(sensitive ? HIDDEN : text);
    }
}
