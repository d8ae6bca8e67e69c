// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A profile and the settings that differ from it. Immutable. */
public final class TranslationSettings {
    /** The SECURE profile as it is. */
    public static final TranslationSettings SECURE = builder().build();

    private final TranslationProfile profile;
    private final Map<Setting<?>, Object> overrides;

    private TranslationSettings(TranslationProfile profile, Map<Setting<?>, Object> overrides) {
        this.profile = profile;
        this.overrides = overrides;
    }

    /** Returns a builder that starts from the SECURE profile. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the profile as it is. */
    public static TranslationSettings of(TranslationProfile profile) {
        return builder().profile(profile).build();
    }

    /** Returns a builder that starts from these settings. */
    public Builder toBuilder() {
        Builder builder = builder().profile(profile);
        builder.overrides.putAll(overrides);
        return builder;
    }

    /** Returns the profile. */
    public TranslationProfile profile() {
        return profile;
    }

    /** Returns the value of a setting: the one that was set, else the profile's. */
    @SuppressWarnings("unchecked") // Only Builder.set writes the map, with the setting's own type.
    public <T> T get(Setting<T> setting) {
        Object value = overrides.isEmpty() ? null : overrides.get(setting);
        return value == null ? setting.in(profile) : (T) value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TranslationSettings settings
                && profile.equals(settings.profile)
                && overrides.equals(settings.overrides);
    }

    @Override
    public int hashCode() {
        return Objects.hash(profile, overrides);
    }

    @Override
    public String toString() {
        return profile + (overrides.isEmpty() ? "" : " " + overrides);
    }

    /** Builds {@link TranslationSettings}. Not thread-safe. */
    public static final class Builder {
        private TranslationProfile profile = TranslationProfile.SECURE;
        private final Map<Setting<?>, Object> overrides = new LinkedHashMap<>();

        private Builder() {}

        /** Sets the profile that gives the values of all settings that are not set. */
        public Builder profile(TranslationProfile value) {
            profile = Objects.requireNonNull(value, "profile");
            return this;
        }

        /** Sets one setting, whatever the profile. */
        public <T> Builder set(Setting<T> setting, T value) {
            overrides.put(Objects.requireNonNull(setting, "setting"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Sets one setting from text.
         *
         * @throws IllegalArgumentException if the text is not a value of the setting
         */
        public <T> Builder parse(Setting<T> setting, String text) {
            try {
                return set(setting, setting.parse(text));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(setting.key() + ": " + e.getMessage(), e);
            }
        }

        /** Returns the settings. */
        public TranslationSettings build() {
            return new TranslationSettings(profile, new LinkedHashMap<>(overrides));
        }
    }
}
