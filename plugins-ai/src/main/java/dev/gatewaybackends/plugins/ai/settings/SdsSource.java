// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.settings;

import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.core.v3.AggregatedConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.PathConfigSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a proxy gets secrets from. Immutable.
 *
 * <p>There is no source for secrets that the proxy's bootstrap defines: an Envoy whose bootstrap lacks one crashes.
 */
public final class SdsSource {
    /** The stream that brings the clusters. */
    public static final SdsSource ADS = new SdsSource(null);

    private static final String FILE = "file:";
    /** Envoy's own 15 s hold back every listener of a proxy that starts. */
    private static final Duration FETCH_TIMEOUT =
            Duration.newBuilder().setSeconds(5).build();

    private final @Nullable String directory;

    private SdsSource(@Nullable String directory) {
        this.directory = directory;
    }

    /** Returns files of the proxy: one for each secret, {@link #filePath}, written by renaming another file onto it. */
    public static SdsSource files(String directory) {
        if (directory.isEmpty()) {
            throw new IllegalArgumentException("the files of secrets need a directory");
        }
        return new SdsSource(directory.endsWith("/") ? directory : directory + "/");
    }

    /** Reads {@code ads} or {@code file:DIRECTORY}. */
    public static SdsSource parse(String text) {
        if (text.equals("ads")) {
            return ADS;
        }
        if (text.startsWith(FILE) && text.length() > FILE.length()) {
            return files(text.substring(FILE.length()));
        }
        throw new IllegalArgumentException("'" + text + "' is no source of secrets (expected: ads or file:DIRECTORY)");
    }

    /**
     * Returns the file that holds a secret, as a {@code DiscoveryResponse} with this one resource; null for {@link #ADS}.
     *
     * <p>Every character of the name but letters, digits, dots and dashes becomes an underscore.
     */
    public @Nullable String filePath(String secret) {
        return directory == null ? null : directory + secret.replaceAll("[^A-Za-z0-9.-]", "_") + ".yaml";
    }

    /** Returns a reference to a secret. */
    public SdsSecretConfig reference(String secret) {
        ConfigSource.Builder source =
                ConfigSource.newBuilder().setResourceApiVersion(ApiVersion.V3).setInitialFetchTimeout(FETCH_TIMEOUT);
        String path = filePath(secret);
        if (path == null) {
            source.setAds(AggregatedConfigSource.getDefaultInstance());
        } else {
            source.setPathConfigSource(PathConfigSource.newBuilder().setPath(path));
        }
        return SdsSecretConfig.newBuilder().setName(secret).setSdsConfig(source).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SdsSource source && Objects.equals(directory, source.directory);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(directory);
    }

    /** Returns {@code ads} or {@code file:DIRECTORY}. */
    @Override
    public String toString() {
        return directory == null ? "ads" : FILE + directory;
    }
}
