// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The text of some resources. */
record Manifest(String text) {
    private static final String SEPARATOR = "(?m)^---\n";

    /** Returns an example of the checkout. */
    static Manifest example(String name) {
        try {
            return new Manifest(Files.readString(Checkout.EXAMPLES.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a copy with another port in place of one of those that the examples are written with. */
    Manifest withPort(int written, int actual) {
        return replacing("port: " + written + "\n", "port: " + actual + "\n");
    }

    /** Returns a copy with another text in place of one that must be there. */
    Manifest replacing(String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalArgumentException("there is no " + from + " in:\n" + text);
        }
        return new Manifest(text.replace(from, to));
    }

    /** Returns a copy without the documents of this kind, of which there must be one. */
    Manifest without(String kind) {
        String line = "\nkind: " + kind + "\n";
        Manifest rest = new Manifest(Arrays.stream(text.split(SEPARATOR))
                .filter(document -> !document.contains(line))
                .collect(Collectors.joining("---\n")));
        if (rest.equals(this)) {
            throw new IllegalArgumentException("there is no " + kind + " in:\n" + text);
        }
        return rest;
    }

    /** Returns a copy with more documents. */
    Manifest and(String documents) {
        return new Manifest(text + "---\n" + documents);
    }
}
