// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import com.google.protobuf.Duration;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.ClusterNames;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.settings.TranslationSettings;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin may look at while it translates one Backend, and where it reports. Not thread-safe.
 *
 * <p>A plugin is tested without the engine by building a context of its own.
 */
public final class TranslationContext {
    private static final Duration CONNECT_TIMEOUT =
            Duration.newBuilder().setSeconds(5).build();

    private static final FieldPath SPEC = FieldPath.of("spec");

    private final ObjectMeta metadata;
    private final TranslationSettings settings;
    private final ResourceLookup lookup;
    private final FieldPath path;
    private final String clusterName;
    private final List<Diagnostic> found = new ArrayList<>(0);
    /** Made for the first finding: most Backends have none. */
    private @Nullable Reporter reporter;

    private TranslationContext(Builder builder) {
        this.metadata = builder.metadata;
        this.settings = builder.settings;
        this.lookup = builder.lookup;
        this.path = builder.path;
        this.clusterName = ClusterNames.backend(namespace(), name());
    }

    /** Returns a builder with the SECURE settings and no other resources. */
    public static Builder builder(ObjectMeta metadata) {
        return new Builder(metadata);
    }

    /** Returns the identity of the Backend. */
    public ResourceKey resource() {
        return new ResourceKey(Backend.GROUP, Backend.KIND, namespace(), name());
    }

    /** Returns the Backend's metadata. */
    public ObjectMeta metadata() {
        return metadata;
    }

    /** Returns the Backend's namespace; empty if it has none. */
    public String namespace() {
        String namespace = metadata.namespace();
        return namespace == null ? "" : namespace;
    }

    private String name() {
        String name = metadata.name();
        return name == null ? "" : name;
    }

    /** Returns the settings. */
    public TranslationSettings settings() {
        return settings;
    }

    /** Returns the path of the source, e.g. {@code spec.static}, from which the paths of findings start. */
    public FieldPath path() {
        return path;
    }

    /** Returns the name that the cluster must have. */
    public String clusterName() {
        return clusterName;
    }

    /** Returns a cluster with its name and what every cluster of this profile has. */
    public Cluster.Builder newCluster() {
        Cluster.Builder cluster = Cluster.newBuilder().setName(clusterName).setConnectTimeout(CONNECT_TIMEOUT);
        return settings.get(CoreSettings.EMPTY_METADATA) ? cluster.setMetadata(Metadata.getDefaultInstance()) : cluster;
    }

    /**
     * Returns a Secret of the Backend's namespace; if there is none, reports {@code SecretNotFound} and returns null.
     *
     * @param path the field that refers to it
     */
    public @Nullable Secret secret(String name, FieldPath path) {
        Secret secret = lookup.secret(namespace(), name);
        if (secret == null) {
            error(
                    path,
                    Reason.SECRET_NOT_FOUND,
                    settings.get(CoreSettings.MESSAGE_STYLE) == MessageStyle.KGATEWAY_2_1
                            ? "failed to find secret " + name + ": Secret \"" + name + "\" not found"
                            : "Secret " + namespace() + "/" + name + " not found");
        }
        return secret;
    }

    /**
     * Returns another Backend of the same namespace, which may be {@linkplain #isRefused refused}; if there is none, reports
     * {@code BackendNotFound} and returns null.
     *
     * @param path the field that refers to it
     */
    public @Nullable Backend backend(String name, FieldPath path) {
        return backend(name, path, "Backend " + namespace() + "/" + name + " not found");
    }

    /**
     * Returns another Backend of the same namespace, which may be {@linkplain #isRefused refused}; if there is none, reports
     * {@code BackendNotFound} in these words and returns null.
     *
     * @param path the field that refers to it
     */
    public @Nullable Backend backend(String name, FieldPath path, String notFound) {
        Backend backend = lookup.backend(namespace(), name);
        if (backend == null) {
            error(path, Reason.BACKEND_NOT_FOUND, notFound);
        }
        return backend;
    }

    /** Returns whether validation refused another Backend of the same namespace. */
    public boolean isRefused(String name) {
        return lookup.isRefused(namespace(), name);
    }

    /** Reports that the Backend cannot be translated: its cluster, endpoints and secrets are withheld together. */
    public void error(FieldPath field, Reason reason, String message) {
        reporter().error(field, reason, message);
    }

    /** Reports something to look at that removes no output. */
    public void warning(FieldPath field, Reason reason, String message) {
        reporter().warning(field, reason, message);
    }

    /** Reports something good to know. */
    public void info(FieldPath field, Reason reason, String message) {
        reporter().info(field, reason, message);
    }

    private Reporter reporter() {
        if (reporter == null) {
            reporter = new Reporter(resource(), path, found::add);
        }
        return reporter;
    }

    /** Returns what has been reported so far. */
    public Diagnostics diagnostics() {
        return Diagnostics.of(found);
    }

    /** Builds a {@link TranslationContext}. Not thread-safe. */
    public static final class Builder {
        private final ObjectMeta metadata;
        private TranslationSettings settings = TranslationSettings.SECURE;
        private ResourceLookup lookup = ResourceLookup.NOTHING;
        private FieldPath path = SPEC;

        private Builder(ObjectMeta metadata) {
            this.metadata = Objects.requireNonNull(metadata, "metadata");
        }

        /** Sets the settings. */
        public Builder settings(TranslationSettings value) {
            settings = Objects.requireNonNull(value, "settings");
            return this;
        }

        /** Sets where other resources are found. */
        public Builder lookup(ResourceLookup value) {
            lookup = Objects.requireNonNull(value, "lookup");
            return this;
        }

        /** Sets the path of the source, {@code spec} unless set. */
        public Builder path(FieldPath value) {
            path = Objects.requireNonNull(value, "path");
            return this;
        }

        /** Returns the context. */
        public TranslationContext build() {
            return new TranslationContext(this);
        }
    }
}
