// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Path of the field being checked; rendered on demand. */
final class RulePath {
    private static final int MAX_KEY = 200;
    private static final int NO_ITEM = -1;

    private FieldRule[] fields = new FieldRule[16];
    private int[] items = new int[16];
    private @Nullable String[] keys = new String[16];
    private int depth;

    int depth() {
        return depth;
    }

    void enter(FieldRule field) {
        if (depth == fields.length) {
            fields = Arrays.copyOf(fields, depth * 2);
            items = Arrays.copyOf(items, depth * 2);
            keys = Arrays.copyOf(keys, depth * 2);
        }
        fields[depth] = field;
        items[depth] = NO_ITEM;
        keys[depth] = null;
        depth++;
    }

    void item(int index) {
        items[depth - 1] = index;
    }

    void key(String key) {
        keys[depth - 1] = key;
    }

    /** Undoes {@link #item} and {@link #key}. */
    void wholeField() {
        items[depth - 1] = NO_ITEM;
        keys[depth - 1] = null;
    }

    void leave() {
        depth--;
    }

    void returnTo(int outer) {
        depth = outer;
    }

    /** Returns the path of a named part of the message being checked. */
    String of(String name) {
        String here = toString();
        return here.isEmpty() ? name : here + "." + name;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < depth; at++) {
            String name = fields[at].name();
            if (!name.isEmpty()) {
                text.append(text.isEmpty() ? "" : ".").append(name);
            }
            if (items[at] != NO_ITEM) {
                text.append('[').append(items[at]).append(']');
            }
            String key = keys[at];
            if (key != null) {
                text.append('[').append(printable(key)).append(']');
            }
        }
        return text.toString();
    }

    /** Returns the key on one line, and cut to a bounded length. */
    private static String printable(String key) {
        String start = key.length() > MAX_KEY ? key.substring(0, MAX_KEY) + "..." : key;
        StringBuilder text = new StringBuilder(start);
        for (int at = 0; at < text.length(); at++) {
            if (Character.isISOControl(text.charAt(at))) {
                text.setCharAt(at, '?');
            }
        }
        return text.toString();
    }
}
