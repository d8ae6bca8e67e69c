// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import org.jspecify.annotations.Nullable;

/** How a proxy gets the keys that a Backend takes from a Secret. Immutable. */
public final class StaticKeys {
    /** In the cluster, in clear: every reader of xDS or of the text of a NACK has them. */
    public static final StaticKeys INLINE = new StaticKeys("inline", null);

    /** Not at all: a Backend with keys is refused. */
    public static final StaticKeys REJECT = new StaticKeys("reject", null);

    private static final String FILE = "file:";

    private final String text;
    private final @Nullable String path;

    private StaticKeys(String text, @Nullable String path) {
        this.text = text;
        this.path = path;
    }

    /**
     * Returns a file in the proxy's file system, in the format of the AWS command line; its default profile is used.
     *
     * <p>The translation then never looks at the Secret.
     *
     * @param path where it is; <code>{namespace}</code> and <code>{name}</code> stand for those of the Secret
     */
    public static StaticKeys file(String path) {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a credentials file needs a path");
        }
        return new StaticKeys(FILE + path, path);
    }

    /** Reads {@code inline}, {@code reject} or {@code file:PATH}. */
    public static StaticKeys parse(String text) {
        if (text.equals(INLINE.text)) {
            return INLINE;
        }
        if (text.equals(REJECT.text)) {
            return REJECT;
        }
        if (text.startsWith(FILE) && text.length() > FILE.length()) {
            return file(text.substring(FILE.length()));
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no way to hand over keys (expected: inline, reject or file:PATH)");
    }

    /** Returns the path of the file with the keys of a Secret; null where there is no file. */
    public @Nullable String filePath(String namespace, String name) {
        return path == null ? null : path.replace("{namespace}", namespace).replace("{name}", name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StaticKeys keys && text.equals(keys.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns {@code inline}, {@code reject} or {@code file:PATH}. */
    @Override
    public String toString() {
        return text;
    }
}
