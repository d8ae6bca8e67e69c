// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.List;

/** What a proxy must have, or find on its machine, for the cluster of a Backend to work. Immutable. */
public final class ProxyRequirements {
    private final List<Cluster> extraClusters;
    private final List<Listener> internalListeners;
    private final List<String> bootstrapSecrets;
    private final List<String> files;

    ProxyRequirements(Requirements.Builder builder) {
        this.extraClusters = List.copyOf(builder.extraClusters);
        this.internalListeners = List.copyOf(builder.internalListeners);
        this.bootstrapSecrets = List.copyOf(builder.bootstrapSecrets);
        this.files = List.copyOf(builder.files);
    }

    /** Returns clusters that the proxy needs beside the Backend's own, each once whatever the number of Backends. */
    public List<Cluster> extraClusters() {
        return extraClusters;
    }

    /** Returns internal listeners of the proxy; they need {@code envoy.bootstrap.internal_listener} in its bootstrap. */
    public List<Listener> internalListeners() {
        return internalListeners;
    }

    /** Returns the names of static secrets that the bootstrap must define; Envoy refuses the cluster without. */
    public List<String> bootstrapSecrets() {
        return bootstrapSecrets;
    }

    /** Returns the paths of files that the proxy must have; Envoy refuses the cluster without. */
    public List<String> files() {
        return files;
    }

    boolean isEmpty() {
        return extraClusters.isEmpty() && internalListeners.isEmpty() && bootstrapSecrets.isEmpty() && files.isEmpty();
    }
}
