// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import com.google.protobuf.Message;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.json.ProtoJson;
import dev.gatewaybackends.read.ResourceCodec;
import dev.gatewaybackends.references.ResolvedBackendRef;
import dev.gatewaybackends.spi.ProxyRequirements;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.RouteRequirements;
import dev.gatewaybackends.translate.RouteTranslation;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person reads: one YAML document for each Envoy resource, with a comment that says what it comes from. */
final class YamlOutput {
    private final ProtoJson protos;

    YamlOutput(boolean showSecrets) {
        this.protos = new ProtoJson(true, showSecrets);
    }

    String of(TranslationResult result) {
        StringBuilder text = new StringBuilder();
        for (RouteTranslation route : result.routes()) {
            comment(text, route.resolved().route().toString());
            for (ResolvedBackendRef ref : route.resolved().all()) {
                comment(
                        text,
                        "  " + ref.path() + " -> "
                                + (ref.isResolved() ? "cluster " + ref.cluster() : "nothing: " + ref.failure()));
            }
        }
        Map<String, ResourceKey> backends = new HashMap<>();
        for (ResourceKey key : result.backends()) {
            Cluster cluster = result.cluster(key);
            if (cluster != null) {
                backends.put(cluster.getName(), key);
            }
        }
        for (Cluster cluster : result.clusters()) {
            text.append("---\n");
            ResourceKey backend = backends.get(cluster.getName());
            if (backend != null) {
                comment(text, backend.toString());
                requirements(text, result.requirements(backend));
            }
            document(text, cluster);
        }
        documents(text, result.endpoints());
        documents(text, result.secrets());
        return text.toString();
    }

    private void documents(StringBuilder text, List<? extends Message> messages) {
        for (Message message : messages) {
            text.append("---\n");
            document(text, message);
        }
    }

    private void document(StringBuilder text, Message message) {
        text.append(ResourceCodec.yaml(protos.typed(message)));
    }

    private static void requirements(StringBuilder text, Requirements requirements) {
        requirements
                .listener()
                .httpFilters()
                .forEach(filter -> comment(text, "  its listeners need the HTTP filter " + filter.getName()));
        route(text, requirements.route());
        ProxyRequirements proxy = requirements.proxy();
        proxy.extraClusters().forEach(extra -> comment(text, "  the proxy needs the cluster " + extra.getName()));
        proxy.internalListeners()
                .forEach(listener -> comment(text, "  the proxy needs the internal listener " + listener.getName()));
        proxy.bootstrapSecrets()
                .forEach(name -> comment(text, "  the proxy's bootstrap needs the static secret " + name));
        proxy.files().forEach(path -> comment(text, "  the proxy needs the file " + path));
    }

    private static void route(StringBuilder text, RouteRequirements route) {
        route.upgradeTypes().forEach(type -> comment(text, "  its routes need the upgrade " + type));
        route.typedPerFilterConfig()
                .keySet()
                .forEach(filter -> comment(text, "  its routes need typed_per_filter_config for " + filter));
        if (route.autoHostRewrite()) {
            comment(text, "  its routes need auto_host_rewrite");
        }
        if (route.path() != null) {
            comment(text, "  its routes need a rewrite of the path to " + route.path());
        }
        if (route.bodyModel() != null) {
            comment(text, "  the body of its requests must name the model " + route.bodyModel());
        }
    }

    private static void comment(StringBuilder text, String line) {
        // A name that was not validated may hold a line break, which would end the comment.
        text.append("# ").append(line.replaceAll("\\p{Cntrl}", "\uFFFD")).append('\n');
    }
}
