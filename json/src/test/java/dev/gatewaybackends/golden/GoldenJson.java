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
import com.google.protobuf.Descriptors.Descriptor;
import dev.gatewaybackends.json.ResultJson;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.Collection;
import java.util.Map;

/**
 * The JSON of expectations: what users see of a result, but for its diagnostics, which have a file of their own, and for
 * members that are empty.
 */
final class GoldenJson {
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

    private final ResultJson results = new ResultJson(true);
    private final EnvoyJson protos = new EnvoyJson();

    static String pretty(JsonNode json) {
        try {
            return WRITER.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode of(TranslationResult result) {
        result.clusters().forEach(protos::requireNames);
        result.endpoints().forEach(protos::requireNames);
        result.secrets().forEach(protos::requireNames);
        Map<String, Object> json = results.of(result);
        json.remove("diagnostics");
        json.values().removeIf(value -> value instanceof Collection<?> items && items.isEmpty());
        return MAPPER.valueToTree(json);
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
}
