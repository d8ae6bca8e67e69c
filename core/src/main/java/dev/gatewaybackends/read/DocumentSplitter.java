// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a YAML stream into its documents before any of them is parsed, so that one that cannot be parsed costs only itself.
 *
 * <p>A line that starts with {@code ---} and then ends or goes on with white space cannot stand inside any scalar, so
 * cutting there is exact. Directives ({@code %YAML}) stay with the document they precede.
 */
final class DocumentSplitter {
    private DocumentSplitter() {}

    /**
     * One document.
     *
     * @param text its text, from its separator on
     * @param line the line of the stream its text starts in, from 0
     */
    record Document(String text, int line) {}

    static List<Document> split(String stream) {
        List<Document> documents = new ArrayList<>();
        int start = 0;
        int startLine = 0;
        boolean directives = false;
        int line = 0;
        for (int at = 0; at < stream.length(); line++) {
            if (stream.charAt(at) == '%' && stream.substring(start, at).isBlank()) {
                directives = true;
            } else if (isSeparator(stream, at)) {
                if (directives) {
                    directives = false;
                } else {
                    add(documents, stream, start, at, startLine);
                    start = at;
                    startLine = line;
                }
            }
            int end = stream.indexOf('\n', at);
            at = end < 0 ? stream.length() : end + 1;
        }
        add(documents, stream, start, stream.length(), startLine);
        return documents;
    }

    private static void add(List<Document> documents, String stream, int start, int end, int line) {
        if (end > start) {
            documents.add(new Document(stream.substring(start, end), line));
        }
    }

    private static boolean isSeparator(String stream, int at) {
        if (!stream.startsWith("---", at)) {
            return false;
        }
        int next = at + 3;
        return next >= stream.length() || stream.charAt(next) <= ' ';
    }
}
