// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.json;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.diagnostics.SourceLocation;
import dev.gatewaybackends.gatewayapi.v1.ParentReference;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.references.ResolvedBackendRef;
import dev.gatewaybackends.references.ResolvedReference;
import dev.gatewaybackends.references.ResolvedReferences;
import dev.gatewaybackends.spi.ListenerRequirements;
import dev.gatewaybackends.spi.ProxyRequirements;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.RouteRequirements;
import dev.gatewaybackends.translate.RouteTranslation;
import dev.gatewaybackends.translate.RuleTranslation;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A translation result as one JSON object, given as plain maps: the form that {@code gwb translate -o json} prints and that
 * golden tests compare. Thread-safe.
 */
public final class ResultJson {
    private final ProtoJson protos;

    /**
     * Creates the form.
     *
     * @param showSecrets whether values that Envoy marks as sensitive are in it
     */
    public ResultJson(boolean showSecrets) {
        this.protos = new ProtoJson(false, showSecrets);
    }

    /** Returns everything that a translation made and found. */
    public Map<String, Object> of(TranslationResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("clusters", result.clusters().stream().map(protos::of).toList());
        json.put("endpoints", result.endpoints().stream().map(protos::of).toList());
        json.put("secrets", result.secrets().stream().map(protos::of).toList());
        json.put("requirements", requirements(result));
        json.put("routes", result.routes().stream().map(this::route).toList());
        json.put("references", references(result));
        json.put("backends", backends(result));
        json.put("diagnostics", diagnostics(result.diagnostics()));
        return json;
    }

    private List<Map<String, Object>> requirements(TranslationResult result) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (ResourceKey key : result.backends()) {
            Requirements requirements = result.requirements(key);
            if (!requirements.isEmpty()) {
                Map<String, Object> json = identity(key);
                json.remove("kind");
                json.put("route", route(requirements.route()));
                json.put("listener", listener(requirements.listener()));
                json.put("proxy", proxy(requirements.proxy()));
                all.add(json);
            }
        }
        return all;
    }

    private Map<String, Object> route(RouteRequirements route) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("upgradeTypes", route.upgradeTypes());
        json.put("typedPerFilterConfig", configs(route.typedPerFilterConfig()));
        json.put("streamingPerFilterConfig", configs(route.streamingPerFilterConfig()));
        json.put("autoHostRewrite", route.autoHostRewrite());
        putIfPresent(json, "path", route.path());
        putIfPresent(json, "bodyModel", route.bodyModel());
        putDuration(json, "timeout", route.timeout());
        putDuration(json, "idleTimeout", route.idleTimeout());
        return json;
    }

    private Map<String, Object> listener(ListenerRequirements listener) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("httpFilters", listener.httpFilters().stream().map(protos::of).toList());
        json.put("suppressEnvoyHeaders", listener.suppressEnvoyHeaders());
        return json;
    }

    private Map<String, Object> proxy(ProxyRequirements proxy) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "extraClusters",
                proxy.extraClusters().stream().map(Cluster::getName).toList());
        json.put(
                "internalListeners",
                proxy.internalListeners().stream().map(protos::of).toList());
        json.put("bootstrapSecrets", proxy.bootstrapSecrets());
        json.put("files", proxy.files());
        return json;
    }

    private Map<String, Object> configs(Map<String, Any> byFilter) {
        Map<String, Object> json = new LinkedHashMap<>();
        byFilter.forEach((filter, config) -> json.put(filter, protos.of(config)));
        return json;
    }

    private static void putDuration(Map<String, Object> json, String name, @Nullable Duration value) {
        if (value != null) {
            json.put(name, Durations.toString(value));
        }
    }

    private Map<String, Object> route(RouteTranslation route) {
        Map<String, Object> json = identity(route.resolved().route());
        json.put("conditions", conditions(route.resolved().conditions()));
        json.put("parents", parents(route.resolved().parents()));
        List<Map<String, Object>> refs = new ArrayList<>();
        for (ResolvedBackendRef ref : route.resolved().all()) {
            Map<String, Object> item = reference(ref);
            item.put("cluster", ref.cluster());
            item.put("weight", ref.weight());
            if (!ref.delegates().isEmpty()) {
                item.put(
                        "delegates",
                        ref.delegates().stream().map(ResultJson::target).toList());
            }
            refs.add(item);
        }
        json.put("backendRefs", refs);
        json.put("rules", route.rules().stream().map(this::rule).toList());
        json.put("httpFilters", route.httpFilters().stream().map(protos::of).toList());
        return json;
    }

    private Map<String, Object> rule(RuleTranslation rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (rule instanceof RuleTranslation.Http http) {
            json.put("route", protos.of(http.action()));
            json.put("typedPerFilterConfig", configs(http.typedPerFilterConfig()));
        } else if (rule instanceof RuleTranslation.Tcp tcp) {
            json.put("tcpProxy", protos.of(tcp.proxy()));
        } else if (rule instanceof RuleTranslation.Udp udp) {
            json.put("udpCluster", udp.cluster());
        } else if (rule instanceof RuleTranslation.NoBackend nothing) {
            json.put("status", nothing.status());
        } else {
            json.put("delegated", true);
        }
        return json;
    }

    private static List<Map<String, Object>> references(TranslationResult result) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (ResolvedReferences resource : result.references()) {
            for (ResolvedReference ref : resource.references()) {
                Map<String, Object> json = identity(resource.resource());
                json.putAll(reference(ref));
                all.add(json);
            }
        }
        return all;
    }

    private static Map<String, Object> reference(ResolvedReference ref) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", ref.path().toString());
        json.put("target", target(ref.target()));
        json.put("outcome", ref.outcome().toString());
        return json;
    }

    private static List<Map<String, Object>> parents(Map<ParentReference, List<Condition>> parents) {
        List<Map<String, Object>> all = new ArrayList<>();
        parents.forEach((parent, conditions) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("parentRef", parentRef(parent));
            json.put("conditions", conditions(conditions));
            all.add(json);
        });
        return all;
    }

    private static Map<String, Object> parentRef(ParentReference parent) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("group", parent.group());
        json.put("kind", parent.kind());
        putIfPresent(json, "namespace", parent.namespace());
        json.put("name", parent.name());
        putIfPresent(json, "sectionName", parent.sectionName());
        putIfPresent(json, "port", parent.port());
        return json;
    }

    private static void putIfPresent(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static List<Map<String, Object>> backends(TranslationResult result) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (ResourceKey key : result.backends()) {
            Map<String, Object> json = identity(key);
            json.remove("kind");
            json.put("type", result.type(key));
            Cluster cluster = result.cluster(key);
            if (cluster != null) {
                json.put("cluster", cluster.getName());
            }
            json.put("conditions", conditions(result.status(key).conditions()));
            all.add(json);
        }
        return all;
    }

    private static List<Map<String, Object>> conditions(List<Condition> conditions) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Condition condition : conditions) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("type", condition.type());
            json.put("status", String.valueOf(condition.status()));
            json.put("reason", condition.reason());
            json.put("message", condition.message());
            if (condition.observedGeneration() != null) {
                json.put("observedGeneration", condition.observedGeneration());
            }
            all.add(json);
        }
        return all;
    }

    /** Returns findings alone, as they stand in the member {@code diagnostics}. */
    public static List<Map<String, Object>> diagnostics(Iterable<Diagnostic> diagnostics) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("severity", diagnostic.severity().name());
            if (diagnostic.resource() != null) {
                json.put("resource", target(diagnostic.resource()));
            }
            json.put("path", diagnostic.path().toString());
            json.put("reason", diagnostic.reason().name());
            json.put("message", diagnostic.message());
            SourceLocation location = diagnostic.location();
            if (location != null) {
                json.put("source", location.source());
                json.put("line", location.line());
                json.put("column", location.column());
            }
            all.add(json);
        }
        return all;
    }

    private static Map<String, Object> identity(ResourceKey key) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", key.kind());
        json.put("namespace", key.namespace());
        json.put("name", key.name());
        return json;
    }

    private static Map<String, Object> target(ResourceKey key) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("group", key.group());
        json.putAll(identity(key));
        return json;
    }
}
