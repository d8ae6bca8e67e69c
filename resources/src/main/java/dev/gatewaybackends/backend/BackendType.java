// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import dev.gatewaybackends.schema.KgatewayVersion;
import java.util.List;
import java.util.Objects;

/**
 * A type of {@link Backend}: the union member of {@code spec} that selects it, and the record that the member is read into.
 * Immutable.
 *
 * @param <S> the record class
 */
public final class BackendType<S extends BackendSource> {
    private final String member;
    private final Class<S> sourceClass;
    private final List<String> legacyTypes;
    private final KgatewayVersion from;
    private final KgatewayVersion to;

    private BackendType(
            String member, Class<S> sourceClass, List<String> legacyTypes, KgatewayVersion from, KgatewayVersion to) {
        this.member = Objects.requireNonNull(member, "member");
        this.sourceClass = Objects.requireNonNull(sourceClass, "sourceClass");
        this.legacyTypes = List.copyOf(legacyTypes);
        this.from = Objects.requireNonNull(from, "from");
        this.to = Objects.requireNonNull(to, "to");
        if (!sourceClass.isRecord()) {
            throw new IllegalArgumentException(sourceClass.getName() + " must be a record");
        }
    }

    /**
     * Returns a type.
     *
     * @param member the JSON name of the union member, {@code static}, {@code aws}, ...
     * @param sourceClass the record class
     * @param legacyTypes the literals of the deprecated {@code spec.type} that mean this type
     */
    public static <S extends BackendSource> BackendType<S> of(
            String member, Class<S> sourceClass, String... legacyTypes) {
        return new BackendType<>(member, sourceClass, List.of(legacyTypes), KgatewayVersion.V2_0, KgatewayVersion.MAIN);
    }

    /** Returns the same type, known to the kgateway schemas from one version to another, both included. */
    public BackendType<S> existsIn(KgatewayVersion first, KgatewayVersion last) {
        return new BackendType<>(member, sourceClass, legacyTypes, first, last);
    }

    /** Returns the JSON name of the union member. */
    public String member() {
        return member;
    }

    /** Returns the record class. */
    public Class<S> sourceClass() {
        return sourceClass;
    }

    /** Returns the literals of the deprecated {@code spec.type} that mean this type. */
    public List<String> legacyTypes() {
        return legacyTypes;
    }

    /** Returns the first kgateway version whose schema has it. */
    public KgatewayVersion from() {
        return from;
    }

    /** Returns the last kgateway version whose schema has it. */
    public KgatewayVersion to() {
        return to;
    }

    @Override
    public String toString() {
        return member;
    }
}
