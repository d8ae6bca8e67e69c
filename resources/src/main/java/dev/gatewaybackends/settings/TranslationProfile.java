// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.settings;

import dev.gatewaybackends.schema.KgatewayVersion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which defaults the translation starts from: safe ones, or those that reproduce a kgateway release. Immutable.
 *
 * <p>What Envoy would refuse is refused under either.
 */
public final class TranslationProfile {
    /** Verified TLS, working defaults, no known defect of kgateway reproduced. */
    public static final TranslationProfile SECURE = new TranslationProfile(null);

    private final @Nullable KgatewayVersion version;

    private TranslationProfile(@Nullable KgatewayVersion version) {
        this.version = version;
    }

    /**
     * Returns the profile whose output is proto-equal to that of a kgateway release for the same input.
     *
     * @throws IllegalArgumentException for 2.0, whose schema is read and whose output is not reproduced
     */
    public static TranslationProfile kgateway(KgatewayVersion version) {
        Objects.requireNonNull(version, "version");
        if (version == KgatewayVersion.V2_0) {
            throw new IllegalArgumentException("the output of kgateway 2.0 is not reproduced (expected: 2.1 or later)");
        }
        return new TranslationProfile(version);
    }

    /** Returns the kgateway release to reproduce; null for {@link #SECURE}. */
    public @Nullable KgatewayVersion version() {
        return version;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TranslationProfile profile && version == profile.version;
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(version);
    }

    /** Returns {@code secure} or {@code kgateway 2.4}. */
    @Override
    public String toString() {
        return version == null ? "secure" : "kgateway " + version;
    }
}
