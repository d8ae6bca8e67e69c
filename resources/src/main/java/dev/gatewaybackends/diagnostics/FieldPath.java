// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.diagnostics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JSON path of a field within a resource, as Kubernetes writes it: {@code spec.rules[0].backendRefs[2].port}.
 *
 * <p>Immutable; a child shares its parent. The empty path, {@link #root()}, is the whole resource.
 */
public final class FieldPath {
    private static final FieldPath ROOT = new FieldPath(null, null, -1);

    private final @Nullable FieldPath parent;
    private final @Nullable String name;
    private final int index;

    private FieldPath(@Nullable FieldPath parent, @Nullable String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** Returns the path of the whole resource. */
    public static FieldPath root() {
        return ROOT;
    }

    /** Returns the path of nested fields, from the outermost: {@code of("spec", "static")}. */
    public static FieldPath of(String... names) {
        FieldPath path = ROOT;
        for (String name : names) {
            path = path.field(name);
        }
        return path;
    }

    /** Returns the path of a field, or of a map entry, of the object at this path. */
    public FieldPath field(String name) {
        return new FieldPath(this, Objects.requireNonNull(name, "name"), -1);
    }

    /** Returns the path of an item, counted from 0, of the list at this path. */
    public FieldPath item(int index) {
        return new FieldPath(this, null, Objects.checkIndex(index, Integer.MAX_VALUE));
    }

    /** Returns the path of what this field or item is in; null for the whole resource. */
    public @Nullable FieldPath parent() {
        return parent;
    }

    /** Returns the elements from the outermost: a {@link String} for a field, an {@link Integer} for an item. */
    public List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        for (FieldPath path = this; path.parent != null; path = path.parent) {
            elements.add(path.name == null ? path.index : path.name);
        }
        Collections.reverse(elements);
        return Collections.unmodifiableList(elements);
    }

    /** Returns whether this path is {@code other} or leads to something inside it. */
    public boolean startsWith(FieldPath other) {
        List<Object> mine = elements();
        List<Object> theirs = other.elements();
        return mine.size() >= theirs.size() && mine.subList(0, theirs.size()).equals(theirs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldPath path && elements().equals(path.elements());
    }

    @Override
    public int hashCode() {
        return elements().hashCode();
    }

    /** Returns the path as text; empty for the whole resource. A name that is not a plain word stands in brackets. */
    @Override
    public String toString() {
        Deque<FieldPath> paths = new ArrayDeque<>();
        for (FieldPath path = this; path.parent != null; path = path.parent) {
            paths.push(path);
        }
        StringBuilder text = new StringBuilder();
        for (FieldPath path : paths) {
            if (path.name == null) {
                text.append('[').append(path.index).append(']');
            } else if (isPlain(path.name)) {
                text.append(text.isEmpty() ? "" : ".").append(path.name);
            } else {
                text.append('[').append(path.name).append(']');
            }
        }
        return text.toString();
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty() && name.indexOf('.') < 0 && name.indexOf('/') < 0 && name.indexOf('[') < 0;
    }
}
