// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.backend.BackendStatus;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.DiagnosticsException;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.references.ResolvedReferences;
import dev.gatewaybackends.spi.Requirements;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a translation made: Envoy resources that are complete and can be pushed as they are, and every finding of every
 * stage. Immutable.
 */
public final class TranslationResult {
    private final SortedMap<ResourceKey, TranslatedBackend> backends;
    private final List<RouteTranslation> routes;
    private final List<ResolvedReferences> references;
    private final Diagnostics diagnostics;
    private final List<Cluster> clusters;
    private final List<ClusterLoadAssignment> endpoints;
    private final List<Secret> secrets;

    TranslationResult(
            SortedMap<ResourceKey, TranslatedBackend> backends,
            List<RouteTranslation> routes,
            List<ResolvedReferences> references,
            Diagnostics diagnostics) {
        this.backends = new TreeMap<>(backends);
        this.routes = List.copyOf(routes);
        this.references = List.copyOf(references);
        this.diagnostics = diagnostics;
        SortedMap<String, Cluster> allClusters = new TreeMap<>();
        List<ClusterLoadAssignment> allEndpoints = new ArrayList<>();
        SortedMap<String, Secret> allSecrets = new TreeMap<>();
        for (TranslatedBackend backend : backends.values()) {
            if (backend.translation().cluster() != null) {
                add(allClusters, backend.translation().cluster());
                backend.translation().requirements().proxy().extraClusters().forEach(extra -> add(allClusters, extra));
                backend.translation().secrets().forEach(secret -> allSecrets.putIfAbsent(secret.getName(), secret));
                if (backend.translation().loadAssignment() != null) {
                    allEndpoints.add(backend.translation().loadAssignment());
                }
            }
        }
        allEndpoints.sort(Comparator.comparing(ClusterLoadAssignment::getClusterName));
        this.clusters = List.copyOf(allClusters.values());
        this.endpoints = List.copyOf(allEndpoints);
        this.secrets = List.copyOf(allSecrets.values());
    }

    /**
     * Returns the cluster of the one Backend that was translated.
     *
     * @throws DiagnosticsException if it was rejected
     * @throws NoSuchElementException if not exactly one Backend was translated
     */
    public Cluster cluster() {
        if (backends.size() != 1) {
            throw new NoSuchElementException(backends.size() + " Backends were translated; see clusters()");
        }
        Cluster cluster = cluster(backends.firstKey());
        if (cluster == null) {
            throw new DiagnosticsException(diagnostics);
        }
        return cluster;
    }

    private static void add(SortedMap<String, Cluster> clusters, Cluster cluster) {
        clusters.putIfAbsent(cluster.getName(), cluster);
    }

    /** Returns all clusters, those that Backends need beside their own included, sorted by name, each name once. */
    public List<Cluster> clusters() {
        return clusters;
    }

    /** Returns the load assignments of EDS clusters, sorted by cluster name. */
    public List<ClusterLoadAssignment> endpoints() {
        return endpoints;
    }

    /** Returns the secrets that clusters take by SDS, sorted by name. They hold credentials. */
    public List<Secret> secrets() {
        return secrets;
    }

    /** Returns the routes, in document order, those that validation refused left out. */
    public List<RouteTranslation> routes() {
        return routes;
    }

    /**
     * Returns the references of resources that are no routes: those of Gateways, ListenerSets, BackendTLSPolicies and XBackends
     * to certificates. In document order, resources that validation refused left out.
     */
    public List<ResolvedReferences> references() {
        return references;
    }

    /** Returns the identities of all Backends, those that were rejected included, sorted. */
    public List<ResourceKey> backends() {
        return List.copyOf(backends.keySet());
    }

    /** Returns the member of {@code spec} that a Backend has; empty if it has none or several, or is not there. */
    public String type(ResourceKey backend) {
        TranslatedBackend translated = backends.get(backend);
        return translated == null ? "" : translated.type();
    }

    /** Returns the cluster of a Backend; null if it was rejected or is not there. */
    public @Nullable Cluster cluster(ResourceKey backend) {
        TranslatedBackend translated = backends.get(backend);
        return translated == null ? null : translated.translation().cluster();
    }

    /** Returns what routes, listeners and the proxy must have for a Backend; nothing for one that was rejected. */
    public Requirements requirements(ResourceKey backend) {
        TranslatedBackend translated = backends.get(backend);
        return translated == null ? Requirements.NONE : translated.translation().requirements();
    }

    /**
     * Returns the status of a Backend, ready to be written back but for the times of its conditions, which are the caller's.
     *
     * @throws NoSuchElementException if the Backend is not there
     */
    public BackendStatus status(ResourceKey backend) {
        TranslatedBackend translated = backends.get(backend);
        if (translated == null) {
            throw new NoSuchElementException(backend + " was not translated");
        }
        return translated.status();
    }

    /** Returns the Envoy resources by type URL and name, with their versions. */
    public XdsResources resources() {
        XdsResources resources = new XdsResources();
        resources.add(XdsResources.CLUSTER, clusters, Cluster::getName);
        resources.add(XdsResources.LOAD_ASSIGNMENT, endpoints, ClusterLoadAssignment::getClusterName);
        resources.add(XdsResources.SECRET, secrets, Secret::getName);
        return resources;
    }

    /** Returns the findings of all stages: reading, validation, then Backends, then routes. */
    public Diagnostics diagnostics() {
        return diagnostics;
    }

    /**
     * Returns this result if there is no error.
     *
     * @throws DiagnosticsException if there is; it carries all findings
     */
    public TranslationResult orElseThrow() {
        if (diagnostics.hasErrors()) {
            throw new DiagnosticsException(diagnostics);
        }
        return this;
    }
}
