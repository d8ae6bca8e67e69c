// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.read.document.PlainJson;
import dev.gatewaybackends.schema.ResourceKind;
import dev.gatewaybackends.schema.ValidationProfile;
import dev.gatewaybackends.settings.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kubernetes resources from YAML or JSON. Immutable and thread-safe.
 *
 * <p>An input holds any number of documents, YAML ones separated by {@code ---} or JSON ones one after the other; a
 * {@code List} counts as its items. Bad input never throws: every problem of a document is reported in
 * {@link ResourceSet#diagnostics()} with its place, and a document that cannot be parsed costs only itself; in JSON, where
 * the end of such a document cannot be told, also those after it up to the next {@code ---}. Values are read as the API
 * server reads them: nothing is coerced, defaults of the CRDs are applied, unknown fields are kept for writing and reported
 * as warnings. Kinds that are not known become {@link UnrecognizedResource}.
 */
public final class ResourceReader {
    private final ResourceBinder binder;
    private final ReadLimits limits;

    private ResourceReader(Builder builder, PluginRegistry plugins) {
        this.binder = new ResourceBinder(builder.kinds, plugins, builder.profile, builder.defaultNamespace);
        this.limits = builder.limits;
    }

    /** Returns a reader with the plugins on the class path and default limits. */
    public static ResourceReader create() {
        return builder().build();
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a file, or all {@code .yaml}, {@code .yml} and {@code .json} files below a directory in the order of their names;
     * hidden files and directories, and links to directories, are passed over.
     *
     * @throws UncheckedIOException if a file cannot be opened or read
     */
    public ResourceSet read(Path... paths) {
        Objects.requireNonNull(paths, "paths");
        DocumentReader reader = new DocumentReader(binder, limits);
        for (Path path : paths) {
            for (Path file : files(path)) {
                try (InputStream stream = Files.newInputStream(file)) {
                    read(reader, file.toString(), stream);
                } catch (IOException e) {
                    throw new UncheckedIOException(file + ": cannot be read", e);
                }
            }
        }
        return reader.result();
    }

    /**
     * Reads a stream of UTF-8 text to its end and leaves it open.
     *
     * @param source the name that locations show
     * @throws UncheckedIOException if the stream cannot be read
     */
    public ResourceSet read(InputStream stream, String source) {
        DocumentReader reader = new DocumentReader(binder, limits);
        try {
            read(reader, source, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(source + ": cannot be read", e);
        }
        return reader.result();
    }

    /** Reads a text; locations show the name {@code text}. */
    public ResourceSet readText(String text) {
        return readText(text, "text");
    }

    /**
     * Reads a text.
     *
     * @param source the name that locations show
     */
    public ResourceSet readText(String text, String source) {
        DocumentReader reader = new DocumentReader(binder, limits);
        reader.read(Objects.requireNonNull(source, "source"), Objects.requireNonNull(text, "text"));
        return reader.result();
    }

    /**
     * Reads one resource from the maps, lists, strings, numbers and booleans of any JSON library.
     *
     * @throws IllegalArgumentException if a value is none of these
     */
    public ResourceSet readMap(Map<String, ?> resource) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Origin origin = Origin.ofTree(PlainJson.tree(resource));
        ResourceEntry entry = binder.bind(origin.tree(), List.of(), origin, diagnostics);
        return new ResourceSet(entry == null ? List.of() : List.of(entry), Diagnostics.of(diagnostics));
    }

    private void read(DocumentReader reader, String source, InputStream stream) throws IOException {
        long limit = Math.min(limits.maxInputBytes(), Integer.MAX_VALUE - 16);
        byte[] bytes = stream.readNBytes((int) limit);
        if (bytes.length == limit && stream.read() >= 0) {
            reader.unreadable(source, "the input is longer than " + limit + " bytes");
            return;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            reader.unreadable(source, "the input is not UTF-8 text");
            return;
        }
        reader.read(source, text);
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            if (!Files.exists(path)) {
                throw new UncheckedIOException(
                        path + ": there is no such file", new NoSuchFileException(path.toString()));
            }
            return List.of(path);
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> children = Files.list(path)) {
            for (Path child : children.sorted().toList()) {
                String name = child.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    files.addAll(files(child));
                } else if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
                    files.add(child);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be read", e);
        }
        return files;
    }

    /** Builds a {@link ResourceReader}. Not thread-safe. */
    public static final class Builder {
        private ResourceKinds kinds = ResourceKinds.builtIn();
        private ValidationProfile profile = ValidationProfile.LENIENT;
        private ReadLimits limits = ReadLimits.DEFAULTS;
        private String defaultNamespace = ResourceKey.DEFAULT_NAMESPACE;
        private @Nullable PluginRegistry plugins;

        private Builder() {}

        /** Sets the plugins, whose Backend types are read; by default those on the class path. */
        public Builder plugins(PluginRegistry value) {
            plugins = Objects.requireNonNull(value, "plugins");
            return this;
        }

        /** Adds a kind of resource. */
        public Builder kind(ResourceKind<?> value) {
            kinds = kinds.and(value);
            return this;
        }

        /** Sets whose fields are known; by default those of every channel and version. */
        public Builder profile(ValidationProfile value) {
            profile = Objects.requireNonNull(value, "profile");
            return this;
        }

        /** Sets the limits; by default {@link ReadLimits#DEFAULTS}. */
        public Builder limits(ReadLimits value) {
            limits = Objects.requireNonNull(value, "limits");
            return this;
        }

        /** Sets the namespace of resources that name none, {@code default} unless set; empty to leave it absent. */
        public Builder defaultNamespace(String value) {
            defaultNamespace = Objects.requireNonNull(value, "defaultNamespace");
            return this;
        }

        /** Returns the reader. */
        public ResourceReader build() {
            return new ResourceReader(this, plugins == null ? PluginRegistry.discover() : plugins);
        }
    }
}
