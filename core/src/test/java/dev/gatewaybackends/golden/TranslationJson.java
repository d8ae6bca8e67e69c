// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.golden;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.ParentReference;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.references.ResolvedBackendRef;
import dev.gatewaybackends.references.ResolvedReference;
import dev.gatewaybackends.references.ResolvedReferences;
import dev.gatewaybackends.spi.RouteRequirements;
import dev.gatewaybackends.translate.RouteTranslation;
import dev.gatewaybackends.translate.RuleTranslation;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A translation as the JSON of an expectation: everything but its diagnostics, members that are empty left out. */
final class TranslationJson {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(INDENT)
            .withArrayIndenter(INDENT));

    private final EnvoyJson protos = new EnvoyJson();

    static String pretty(JsonNode json) {
        try {
            return WRITER.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode of(TranslationResult result) {
        ObjectNode json = MAPPER.createObjectNode();
        add(json, "clusters", protos(result.clusters()));
        add(json, "endpoints", protos(result.endpoints()));
        add(json, "secrets", protos(result.secrets()));
        ObjectNode requirements = json.objectNode();
        for (ResourceKey key : result.backends()) {
            add(requirements, key.toString(), requirements(result.requirements(key)));
        }
        add(json, "requirements", requirements);
        ArrayNode routes = json.arrayNode();
        result.routes().forEach(route -> routes.add(route(route)));
        add(json, "routes", routes);
        ArrayNode references = json.arrayNode();
        for (ResolvedReferences resource : result.references()) {
            for (ResolvedReference ref : resource.references()) {
                references
                        .addObject()
                        .put("resource", resource.resource().toString())
                        .put("path", ref.path().toString())
                        .put("target", ref.target().toString())
                        .put("outcome", ref.outcome().toString());
            }
        }
        add(json, "references", references);
        ArrayNode backends = json.arrayNode();
        for (ResourceKey key : result.backends()) {
            ObjectNode backend = backends.addObject().put("backend", key.toString());
            add(backend, "conditions", conditions(result.status(key).conditions()));
        }
        add(json, "backends", backends);
        return json;
    }

    /** Reads an expectation; its clusters, endpoints and secrets count by their meaning as messages. */
    ObjectNode read(String text) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("an expectation that is no JSON: " + e.getMessage(), e);
        }
        if (!(json instanceof ObjectNode object)) {
            throw new AssertionError("an expectation that is no JSON object");
        }
        normalize(object.path("clusters"), Cluster.getDescriptor());
        normalize(object.path("endpoints"), ClusterLoadAssignment.getDescriptor());
        normalize(object.path("secrets"), Secret.getDescriptor());
        return object;
    }

    private void normalize(JsonNode messages, Descriptor type) {
        if (messages instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, protos.normalize(array.get(i), type));
            }
        }
    }

    private ArrayNode protos(List<? extends Message> messages) {
        ArrayNode array = MAPPER.createArrayNode();
        messages.forEach(message -> array.add(protos.print(message)));
        return array;
    }

    private ObjectNode requirements(RouteRequirements requirements) {
        ObjectNode json = MAPPER.createObjectNode();
        add(json, "httpFilters", protos(requirements.httpFilters()));
        add(json, "upgradeTypes", MAPPER.valueToTree(requirements.upgradeTypes()));
        add(json, "typedPerFilterConfig", configs(requirements.typedPerFilterConfig()));
        add(json, "streamingPerFilterConfig", configs(requirements.streamingPerFilterConfig()));
        if (requirements.autoHostRewrite()) {
            json.put("autoHostRewrite", true);
        }
        if (requirements.suppressEnvoyHeaders()) {
            json.put("suppressEnvoyHeaders", true);
        }
        if (requirements.path() != null) {
            json.put("path", requirements.path());
        }
        if (requirements.bodyModel() != null) {
            json.put("bodyModel", requirements.bodyModel());
        }
        if (requirements.timeout() != null) {
            json.put("timeout", Durations.toString(requirements.timeout()));
        }
        if (requirements.idleTimeout() != null) {
            json.put("idleTimeout", Durations.toString(requirements.idleTimeout()));
        }
        add(
                json,
                "extraClusters",
                MAPPER.valueToTree(requirements.extraClusters().stream()
                        .map(Cluster::getName)
                        .toList()));
        add(json, "internalListeners", protos(requirements.internalListeners()));
        add(json, "bootstrapSecrets", MAPPER.valueToTree(requirements.bootstrapSecrets()));
        add(json, "files", MAPPER.valueToTree(requirements.files()));
        return json;
    }

    private ObjectNode configs(Map<String, Any> byFilter) {
        ObjectNode json = MAPPER.createObjectNode();
        byFilter.forEach((filter, config) -> json.set(filter, protos.print(config)));
        return json;
    }

    private ObjectNode route(RouteTranslation route) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("route", route.resolved().route().toString());
        add(json, "conditions", conditions(route.resolved().conditions()));
        add(json, "parents", parents(route.resolved().parents()));
        ArrayNode refs = json.arrayNode();
        for (ResolvedBackendRef ref : route.resolved().all()) {
            refs.addObject()
                    .put("path", ref.path().toString())
                    .put("target", ref.target().toString())
                    .put("outcome", ref.outcome().toString())
                    .put("cluster", ref.cluster())
                    .put("weight", ref.weight());
        }
        add(json, "backendRefs", refs);
        ArrayNode actions = json.arrayNode();
        route.rules().forEach(rule -> actions.add(action(rule)));
        add(json, "actions", actions);
        add(json, "httpFilters", protos(route.httpFilters()));
        return json;
    }

    private @Nullable JsonNode action(RuleTranslation rule) {
        if (rule.udpCluster().isPresent()) {
            return MAPPER.createObjectNode().put("udpCluster", rule.udpCluster().get());
        }
        if (rule.tcpProxy().isPresent()) {
            return protos.print(rule.tcpProxy().get());
        }
        if (rule.routeAction().isEmpty()) {
            return null;
        }
        ObjectNode action = (ObjectNode) protos.print(rule.routeAction().get());
        add(action, "typedPerFilterConfig", configs(rule.typedPerFilterConfig()));
        return action;
    }

    private static ArrayNode parents(Map<ParentReference, List<Condition>> parents) {
        ArrayNode array = MAPPER.createArrayNode();
        parents.forEach((parent, conditions) -> {
            ObjectNode json = array.addObject().put("parent", parent.kind() + " " + parent.name());
            add(json, "conditions", conditions(conditions));
        });
        return array;
    }

    private static ArrayNode conditions(List<Condition> conditions) {
        ArrayNode array = MAPPER.createArrayNode();
        for (Condition condition : conditions) {
            ObjectNode json = array.addObject()
                    .put("type", condition.type())
                    .put("status", String.valueOf(condition.status()))
                    .put("reason", condition.reason())
                    .put("message", condition.message());
            if (condition.observedGeneration() != null) {
                json.put("observedGeneration", condition.observedGeneration());
            }
        }
        return array;
    }

    private static void add(ObjectNode parent, String name, JsonNode value) {
        if (!value.isEmpty()) {
            parent.set(name, value);
        }
    }
}
