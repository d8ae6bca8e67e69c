// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream into its documents before any of them is parsed, so that one that cannot be parsed costs only itself.
 *
 * <p>A line that starts with {@code ---} or {@code ...} and then ends or goes on with white space cannot stand inside any
 * YAML or JSON value, so cutting there is exact. Directives ({@code %YAML}) stay with the document they precede.
 */
public final class DocumentSplitter {
    private final String stream;
    private final List<Document> documents = new ArrayList<>();
    private int start;
    private int startLine;
    /** Whether the document at hand has had only comments, blank lines and directives so far. */
    private boolean isPrefix = true;

    private boolean hasDirectives;

    private DocumentSplitter(String stream) {
        this.stream = stream;
    }

    /**
     * One document.
     *
     * @param text its text, from its separator on
     * @param line the line of the stream its text starts in, from 0
     */
    public record Document(String text, int line) {}

    public static List<Document> split(String stream) {
        DocumentSplitter splitter = new DocumentSplitter(stream);
        int line = 0;
        for (int at = 0; at < stream.length(); line++) {
            int end = endOfLine(stream, at);
            splitter.line(at, end, line);
            at = end;
        }
        splitter.cut(stream.length(), stream.length(), line);
        return splitter.documents;
    }

    private static int endOfLine(String stream, int at) {
        int end = at;
        while (end < stream.length() && !TextCursor.isBreak(stream, end)) {
            end++;
        }
        return Math.min(end + 1, stream.length());
    }

    private void line(int at, int end, int line) {
        if (isMarker("...", at)) {
            cut(at, end, line + 1);
        } else if (isMarker("---", at)) {
            if (!(isPrefix && hasDirectives)) {
                cut(at, at, line);
            }
            isPrefix = false;
        } else if (isPrefix) {
            int first = at;
            while (first < end && stream.charAt(first) <= ' ') {
                first++;
            }
            hasDirectives |= stream.charAt(at) == '%';
            isPrefix = first == end || stream.charAt(first) == '#' || stream.charAt(at) == '%';
        }
    }

    /** Ends the document at hand before {@code end} and starts the next one at {@code next}. */
    private void cut(int end, int next, int nextLine) {
        if (end > start) {
            documents.add(new Document(stream.substring(start, end), startLine));
        }
        start = next;
        startLine = nextLine;
        isPrefix = true;
        hasDirectives = false;
    }

    private boolean isMarker(String marker, int at) {
        if (!stream.startsWith(marker, at)) {
            return false;
        }
        int next = at + marker.length();
        return next >= stream.length() || stream.charAt(next) <= ' ' || TextCursor.isBreak(stream, next);
    }
}
