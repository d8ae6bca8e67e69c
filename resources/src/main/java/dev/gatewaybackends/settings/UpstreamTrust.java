// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.settings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a proxy finds the certificate authorities that it trusts for upstream TLS. Immutable.
 *
 * <p>Envoy refuses a cluster whose trust file or bootstrap secret it does not have, so the translation's requirements name
 * them.
 */
public final class UpstreamTrust {
    /** The CA bundle of Debian and of the Envoy images. */
    public static final String DEBIAN_BUNDLE = "/etc/ssl/certs/ca-certificates.crt";

    private static final String FILE = "file:";
    private static final String SECRET = "secret:";

    private final boolean isFile;
    private final String value;

    private UpstreamTrust(boolean isFile, String value) {
        this.isFile = isFile;
        this.value = Objects.requireNonNull(value, "value");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a trust root needs a path or a name");
        }
    }

    /** Returns a PEM file in the proxy's file system. */
    public static UpstreamTrust file(String path) {
        return new UpstreamTrust(true, path);
    }

    /** Returns a static secret of the proxy's bootstrap that holds a validation context. */
    public static UpstreamTrust bootstrapSecret(String name) {
        return new UpstreamTrust(false, name);
    }

    /** Reads {@code file:PATH} or {@code secret:NAME}. */
    public static UpstreamTrust parse(String text) {
        if (text.startsWith(FILE) && text.length() > FILE.length()) {
            return file(text.substring(FILE.length()));
        }
        if (text.startsWith(SECRET) && text.length() > SECRET.length()) {
            return bootstrapSecret(text.substring(SECRET.length()));
        }
        throw new IllegalArgumentException("'" + text + "' is not a trust root (expected: file:PATH or secret:NAME)");
    }

    /** Returns the path of the file; null where a bootstrap secret holds the roots. */
    public @Nullable String filePath() {
        return isFile ? value : null;
    }

    /** Returns the name of the bootstrap secret; null where a file holds the roots. */
    public @Nullable String secretName() {
        return isFile ? null : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UpstreamTrust trust && isFile == trust.isFile && value.equals(trust.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(isFile, value);
    }

    /** Returns {@code file:PATH} or {@code secret:NAME}. */
    @Override
    public String toString() {
        return (isFile ? FILE : SECRET) + value;
    }
}
