// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The characters of a document for the YAML scanner.
 *
 * <p>SnakeYAML's own reader copies what it looks ahead for every 1,025 characters, so a long scalar costs it quadratic time:
 * more than half a minute for ten million characters.
 */
public final class YamlInput extends StreamReader {
    private static final int[] NO_SNIPPET = {};

    private final int[] codePoints;
    private int index;
    private int documentStart;
    private int line;
    private int column;

    public YamlInput(String text) {
        super("");
        codePoints = new int[text.codePointCount(0, text.length())];
        int at = 0;
        for (int i = 0; i < codePoints.length; i++) {
            int c = text.codePointAt(at);
            if (!isPrintable(c)) {
                throw new ReaderException("", i, c, "not printable");
            }
            codePoints[i] = c;
            at += Character.charCount(c);
        }
    }

    @Override
    public int peek() {
        return peek(0);
    }

    @Override
    public int peek(int offset) {
        return index + offset < codePoints.length ? codePoints[index + offset] : 0;
    }

    @Override
    public String prefix(int length) {
        return new String(codePoints, index, Math.min(length, codePoints.length - index));
    }

    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        // The scanner takes only text without line breaks this way.
        index += length;
        column += length;
        return prefix;
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int length) {
        int end = Math.min(index + length, codePoints.length);
        while (index < end) {
            int c = codePoints[index++];
            if (c == '\n' || c == '\u0085' || c == '\u2028' || c == '\u2029' || (c == '\r' && peek() != '\n')) {
                line++;
                column = 0;
            } else if (c != '\uFEFF') {
                column++;
            }
        }
    }

    @Override
    public Mark getMark() {
        return new Mark("", index, line, column, NO_SNIPPET, 0);
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public int getDocumentIndex() {
        return index - documentStart;
    }

    @Override
    public void resetDocumentIndex() {
        documentStart = index;
    }
}
