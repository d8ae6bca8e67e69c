// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import com.google.protobuf.Duration;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendContext;
import dev.gatewaybackends.backend.ClusterNames;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.RefusedResource;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin may look at while it translates one Backend, and where it reports. Not thread-safe.
 *
 * <p>A plugin is tested without the engine by building a context of its own.
 */
public final class TranslationContext extends BackendContext {
    private static final Duration CONNECT_TIMEOUT =
            Duration.newBuilder().setSeconds(5).build();

    private final ResourceLookup lookup;
    private final String clusterName;

    private TranslationContext(Builder builder) {
        super(builder);
        this.lookup = builder.lookup;
        this.clusterName =
                ClusterNames.backend(resource().namespace(), resource().name());
    }

    /** Returns a builder with the SECURE settings and no other resources. */
    public static Builder builder(ObjectMeta metadata) {
        return new Builder(metadata);
    }

    /** Returns the name that the cluster must have. */
    public String clusterName() {
        return clusterName;
    }

    /** Returns a cluster with its name and what every cluster of this profile has. */
    public Cluster.Builder newCluster() {
        Cluster.Builder cluster = Cluster.newBuilder().setName(clusterName).setConnectTimeout(CONNECT_TIMEOUT);
        return settings().get(CoreSettings.EMPTY_METADATA)
                ? cluster.setMetadata(Metadata.getDefaultInstance())
                : cluster;
    }

    /**
     * Returns a Secret of the Backend's namespace; if there is none, or validation refused it, reports
     * {@code SecretNotFound} and returns null.
     *
     * @param path the field that refers to it
     */
    public @Nullable Secret secret(String name, FieldPath path) {
        Secret secret = lookup.secret(namespace(), name);
        if (secret == null) {
            boolean refused = lookup.refused(new ResourceKey("", Secret.KIND, namespace(), name)) != null;
            error(
                    path,
                    Reason.SECRET_NOT_FOUND,
                    settings().get(CoreSettings.MESSAGE_STYLE) == MessageStyle.KGATEWAY_2_1
                            ? "failed to find secret " + name + ": Secret \"" + name + "\" not found"
                            : "Secret " + namespace() + "/" + name + (refused ? " has errors" : " not found"));
        }
        return secret;
    }

    /**
     * Returns another Backend of the same namespace; if there is none, or validation {@linkplain #refused refused} it,
     * reports {@code BackendNotFound} and returns null.
     *
     * @param path the field that refers to it
     */
    public @Nullable Backend backend(String name, FieldPath path) {
        return backend(
                name,
                path,
                "Backend " + namespace() + "/" + name + (refused(name) == null ? " not found" : " has errors"));
    }

    /**
     * Returns another Backend of the same namespace; if there is none, or validation {@linkplain #refused refused} it,
     * reports {@code BackendNotFound} in these words and returns null.
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

    /** Returns what is known of another Backend of the same namespace that validation refused; null if it did not. */
    public @Nullable RefusedResource refused(String backend) {
        return lookup.refused(new ResourceKey(Backend.GROUP, Backend.KIND, namespace(), backend));
    }

    /** Builds a {@link TranslationContext}. Not thread-safe. */
    public static final class Builder extends BackendContext.Builder<Builder> {
        private ResourceLookup lookup = ResourceLookup.NOTHING;

        private Builder(ObjectMeta metadata) {
            super(metadata);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Sets where other resources are found. */
        public Builder lookup(ResourceLookup value) {
            lookup = Objects.requireNonNull(value, "lookup");
            return this;
        }

        /** Returns the context. */
        public TranslationContext build() {
            return new TranslationContext(this);
        }
    }
}
