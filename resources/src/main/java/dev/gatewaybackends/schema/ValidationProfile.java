// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.schema;

import dev.gatewaybackends.constraints.NotV1Alpha2;
import dev.gatewaybackends.constraints.OnlyV1Alpha2;
import dev.gatewaybackends.model.Experimental;
import jakarta.validation.groups.Default;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose verdict validation gives: the API server's with the CRDs of one Gateway API channel and one kgateway version, or a
 * lenient one.
 *
 * <p>{@link #LENIENT} knows every field of every channel and version and checks only the constraints they all share, so it
 * accepts what any of them accepts.
 */
public final class ValidationProfile {
    /** Accepts what any channel or version accepts. */
    public static final ValidationProfile LENIENT = new ValidationProfile(null, null);

    private final @Nullable Channel channel;
    private final @Nullable KgatewayVersion version;

    private ValidationProfile(@Nullable Channel channel, @Nullable KgatewayVersion version) {
        this.channel = channel;
        this.version = version;
    }

    /** Returns the profile of an API server with these CRDs. */
    public static ValidationProfile of(Channel channel, KgatewayVersion version) {
        return new ValidationProfile(
                Objects.requireNonNull(channel, "channel"), Objects.requireNonNull(version, "version"));
    }

    /** Returns the kgateway version; null for {@link #LENIENT}. */
    public @Nullable KgatewayVersion version() {
        return version;
    }

    /** Returns whether the schemas have what only the experimental channel has. */
    public boolean hasExperimental() {
        return channel != Channel.STANDARD;
    }

    /** Returns whether the schema has what this record component, accessor or enum constant stands for. */
    public boolean has(AnnotatedElement element) {
        if (!hasExperimental() && element.isAnnotationPresent(Experimental.class)) {
            return false;
        }
        ExistsIn versions = element.getAnnotation(ExistsIn.class);
        return versions == null || has(versions.from(), versions.to());
    }

    /** Returns whether the schema has what exists from one version to another, both included. */
    public boolean has(KgatewayVersion from, KgatewayVersion to) {
        return version == null || (version.isAtLeast(from) && to.isAtLeast(version));
    }

    /** Returns the validation groups to check on a resource that is written in {@code apiVersion}. */
    public Class<?>[] groups(String apiVersion) {
        List<Class<?>> groups = new ArrayList<>(
                List.of(Default.class, apiVersion.endsWith("/v1alpha2") ? OnlyV1Alpha2.class : NotV1Alpha2.class));
        if (channel != null) {
            groups.add(channel.group());
        }
        if (version != null) {
            groups.add(version.group());
        }
        return groups.toArray(Class<?>[]::new);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValidationProfile profile && channel == profile.channel && version == profile.version;
    }

    @Override
    public int hashCode() {
        return Objects.hash(channel, version);
    }

    @Override
    public String toString() {
        return channel == null ? "lenient" : channel + ", kgateway " + version;
    }
}
