// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.settings;

import dev.gatewaybackends.schema.KgatewayVersion;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One choice that the translation leaves to its user: a key, and a value for each profile. Immutable.
 *
 * <p>A constant, owned by the module that reads it, which also lists it where it is discovered
 * ({@code BackendPlugin.settings()}). Two settings of one key are equal.
 *
 * @param <T> the type of the value; immutable, with a {@code toString} that {@link #parse} reads back
 */
public final class Setting<T> {
    private final String key;
    private final T secure;
    private final Function<KgatewayVersion, T> kgateway;
    private final Function<String, T> parser;
    private final String description;

    private Setting(
            String key,
            T secure,
            Function<KgatewayVersion, T> kgateway,
            Function<String, T> parser,
            String description) {
        this.key = Objects.requireNonNull(key, "key");
        this.secure = Objects.requireNonNull(secure, "secure");
        this.kgateway = Objects.requireNonNull(kgateway, "kgateway");
        this.parser = Objects.requireNonNull(parser, "parser");
        this.description = Objects.requireNonNull(description, "description");
    }

    /** Returns a switch with this value in every profile. */
    public static Setting<Boolean> of(String key, boolean value) {
        return of(key, value, Setting::parseBoolean);
    }

    /** Returns a choice with this value in every profile. */
    public static <E extends Enum<E>> Setting<E> of(String key, E value) {
        Class<E> type = value.getDeclaringClass();
        return of(key, value, text -> parseEnum(type, text));
    }

    /**
     * Returns a setting of any type with this value in every profile.
     *
     * @param parser reads the value from text; throws {@link IllegalArgumentException} that says what is allowed
     */
    public static <T> Setting<T> of(String key, T value, Function<String, T> parser) {
        return new Setting<>(key, value, version -> value, parser, "");
    }

    /** Returns the same setting with other values in the KGATEWAY profiles. */
    public Setting<T> kgateway(Function<KgatewayVersion, T> value) {
        return new Setting<>(key, secure, value, parser, description);
    }

    /** Returns the same setting with a sentence that says what it does. */
    public Setting<T> describedAs(String sentence) {
        return new Setting<>(key, secure, kgateway, parser, sentence);
    }

    /** Returns the key: dotted words, the first one names the owner. */
    public String key() {
        return key;
    }

    /** Returns what it does, for the generated documentation. */
    public String description() {
        return description;
    }

    /** Returns the value in a profile. */
    public T in(TranslationProfile profile) {
        KgatewayVersion version = profile.version();
        return version == null ? secure : kgateway.apply(version);
    }

    /**
     * Returns the value that a text stands for.
     *
     * @throws IllegalArgumentException with a message that says what is allowed
     */
    public T parse(String text) {
        return parser.apply(text);
    }

    private static Boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("'" + text + "' is not a switch (expected: true or false)");
        };
    }

    private static <E extends Enum<E>> E parseEnum(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a choice (expected: "
                + Arrays.stream(type.getEnumConstants()).map(Enum::toString).collect(Collectors.joining(", ")) + ")");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Setting<?> setting && key.equals(setting.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }
}
