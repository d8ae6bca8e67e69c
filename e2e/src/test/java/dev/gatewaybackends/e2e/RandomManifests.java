// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Sets of manifests, each a Kubernetes object in a document of its own: most as they should be, some with odd values, some
 * broken. The same seed gives the same sets.
 *
 * <p>A Backend type takes part with one method that returns a {@code spec}, listed in {@link #types}.
 */
final class RandomManifests {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");
    /** Static Backends of every set, so that priority groups find members. */
    private static final List<String> MEMBERS = List.of("near", "far");

    private static final List<String> NAMESPACES = List.of("shop", "shop", "shop", "depot");
    private static final List<String> HOSTS =
            List.of("192.0.2.10", "2001:db8::10", "parcels.example.net", "localhost", "parcels.run.example", "[::1]");
    /** Which names of zones are known depends on the machine, so only a number stands for them here. */
    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "a b",
            "a\nb",
            "a\r\nHost: b",
            "a\0b",
            "https://parcels.example.net",
            "parcels.example.net:8443",
            "parcels.example.net/v1?a=b&c#d",
            "010.0.0.1",
            "256.1.1.1",
            "fe80::1%1",
            "::ffff:192.0.2.10",
            "[192.0.2.10]",
            "*.example.net",
            "%DOWNSTREAM_REMOTE_ADDRESS%",
            "münchen.example.net",
            "\ud83d\ude00",
            "\ud800",
            "n".repeat(254),
            "a.".repeat(5000));

    private static final List<Object> ODD_PORTS =
            List.of(0, -1, 65_536, 70_000, Integer.MAX_VALUE, 4_294_967_376L, 80.5, "80");
    private static final List<String> JUNK = List.of(
            "this: is: not: {YAML",
            "- 1",
            "null",
            "42",
            "{}",
            "a: &a [*a]",
            "kind: Backend",
            "\t",
            "%YAML 9.9\n---\n{}");

    private static final List<Map<String, Object>> AWS_AUTH = List.of(
            Map.of("type", "Secret", "secretRef", Map.of("name", "absent")),
            Map.of("type", "AssumeRole", "assumeRole", Map.of("roleArn", "arn:aws:iam::123456789012:role/parcels")),
            Map.of("type", "AssumeRole", "assumeRole", Map.of("roleArn", "none")));

    private final Random random;
    private final List<Supplier<Map<String, Object>>> types =
            List.of(this::staticHosts, this::dynamicForwardProxy, this::gcp, this::priorityGroups, this::aws, this::ai);

    RandomManifests(long seed) {
        this.random = new Random(seed);
    }

    /** Returns the next set. */
    String next() {
        List<String> documents = new ArrayList<>();
        for (String name : MEMBERS) {
            Map<String, Object> metadata = metadata(name);
            metadata.put("namespace", NAMESPACES.get(0));
            documents.add(document(backend(metadata, Map.of("static", hosts()))));
        }
        int backends = 1 + random.nextInt(6);
        for (int i = 0; i < backends; i++) {
            String name = oneIn(20) ? one(NAMES) : NAMES.get(i);
            documents.add(document(backend(metadata(name), one(types).get())));
        }
        if (oneIn(2)) {
            documents.add(document(route()));
        }
        if (oneIn(3)) {
            documents.add(document(grant()));
        }
        if (oneIn(4)) {
            documents.add(document(service()));
        }
        if (oneIn(15)) {
            documents.add(one(JUNK));
        }
        return String.join("\n---\n", documents) + "\n";
    }

    private Map<String, Object> backend(Map<String, Object> metadata, Map<String, Object> type) {
        Map<String, Object> spec = new LinkedHashMap<>(type);
        if (oneIn(25)) {
            spec.putAll(one(types).get());
        }
        if (oneIn(10)) {
            spec.put(
                    "type",
                    one(List.of("Static", "GCP", "DynamicForwardProxy", "PriorityGroups", "AWS", "static", "")));
        }
        if (oneIn(20)) {
            metadata.put("annotations", Map.of("kgateway.dev/disable-istio-auto-mtls", one(List.of("true", "maybe"))));
        }
        return object("gateway.kgateway.dev/v1alpha1", "Backend", metadata, spec);
    }

    private Map<String, Object> hosts() {
        return Map.of("hosts", listOf(3, () -> Map.of("host", host(), "port", port())));
    }

    private Map<String, Object> staticHosts() {
        Map<String, Object> source = new LinkedHashMap<>(hosts());
        if (oneIn(3)) {
            source.put(
                    "appProtocol",
                    one(List.of("http2", "grpc", "grpc-web", "kubernetes.io/h2c", "kubernetes.io/ws", "http/3")));
        }
        return Map.of("static", source);
    }

    private Map<String, Object> dynamicForwardProxy() {
        return Map.of("dynamicForwardProxy", oneIn(2) ? Map.of() : Map.of("enableTls", random.nextBoolean()));
    }

    private Map<String, Object> aws() {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("accountId", oneIn(10) ? one(ODD_TEXTS) : "123456789012");
        if (oneIn(2)) {
            source.put(
                    "region", oneIn(5) ? one(ODD_TEXTS) : one(List.of("eu-central-1", "cn-north-1", "us-gov-west-1")));
        }
        if (oneIn(3)) {
            source.put("auth", one(AWS_AUTH));
        }
        if (oneIn(4)) {
            source.put(
                    "ec2",
                    Map.of("port", port(), "filters", List.of(Map.of("key", oneIn(5) ? one(ODD_TEXTS) : "role"))));
            return Map.of("aws", source);
        }
        Map<String, Object> lambda = new LinkedHashMap<>();
        lambda.put("functionName", oneIn(8) ? one(ODD_TEXTS) : "parcels");
        if (oneIn(3)) {
            lambda.put(
                    "endpointURL", one(List.of("https://", "http://", "")) + host() + (oneIn(2) ? ":" + port() : ""));
        }
        if (oneIn(4)) {
            lambda.put("qualifier", oneIn(3) ? one(ODD_TEXTS) : one(List.of("7", "$LATEST", "live")));
        }
        lambda.put("invocationMode", one(List.of("Sync", "Async")));
        lambda.put("payloadTransformMode", one(List.of("None", "Envoy")));
        source.put("lambda", lambda);
        return Map.of("aws", source);
    }

    private Map<String, Object> ai() {
        String kind = one(List.of("openai", "anthropic", "gemini"));
        Supplier<Map<String, Object>> group = () -> Map.of("providers", listOf(3, () -> provider(kind)));
        return Map.of("ai", oneIn(2) ? Map.of("llm", provider(kind)) : Map.of("priorityGroups", listOf(3, group)));
    }

    private Map<String, Object> provider(String kind) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put(
                "authToken",
                oneIn(8)
                        ? Map.of("kind", "SecretRef", "secretRef", Map.of("name", "absent"))
                        : Map.of("kind", "Inline", "inline", oneIn(8) ? one(ODD_TEXTS) : "no-real-token"));
        if (kind.equals("gemini")) {
            config.put("apiVersion", oneIn(8) ? one(ODD_TEXTS) : "v1beta");
        }
        if (kind.equals("gemini") || oneIn(2)) {
            config.put("model", oneIn(8) ? one(ODD_TEXTS) : "small");
        }
        Map<String, Object> provider = new LinkedHashMap<>();
        provider.put("name", "p" + random.nextInt(1_000_000));
        provider.put(kind, config);
        if (oneIn(4)) {
            provider.put("host", host());
            provider.put("port", port());
        }
        return provider;
    }

    private Map<String, Object> gcp() {
        Map<String, Object> source = new LinkedHashMap<>(Map.of("host", host()));
        if (oneIn(2)) {
            source.put("audience", oneIn(4) ? one(ODD_TEXTS) : "https://" + one(HOSTS));
        }
        return Map.of("gcp", source);
    }

    private Map<String, Object> priorityGroups() {
        return Map.of(
                "priorityGroups",
                listOf(
                        3,
                        () -> Map.of(
                                "backendRefs", listOf(2, () -> Map.of("name", one(oneIn(20) ? NAMES : MEMBERS))))));
    }

    private Map<String, Object> route() {
        List<Object> rules = listOf(2, () -> Map.of("backendRefs", listOf(3, this::backendRef)));
        return object(
                "gateway.networking.k8s.io/v1",
                "HTTPRoute",
                metadata("route"),
                Map.of("parentRefs", List.of(Map.of("name", "edge")), "rules", rules));
    }

    private Map<String, Object> backendRef() {
        Map<String, Object> ref = new LinkedHashMap<>(Map.of("name", one(NAMES)));
        if (oneIn(5)) {
            ref.put("port", port());
        } else {
            ref.putAll(Map.of("group", "gateway.kgateway.dev", "kind", "Backend"));
        }
        if (oneIn(3)) {
            ref.put("namespace", one(NAMESPACES));
        }
        if (oneIn(3)) {
            ref.put("weight", one(List.of(0, 1, 50, 1_000_000, -1)));
        }
        return ref;
    }

    private Map<String, Object> grant() {
        return object(
                "gateway.networking.k8s.io/v1beta1",
                "ReferenceGrant",
                metadata("grant"),
                Map.of(
                        "from",
                        List.of(Map.of(
                                "group",
                                "gateway.networking.k8s.io",
                                "kind",
                                "HTTPRoute",
                                "namespace",
                                one(NAMESPACES))),
                        "to",
                        List.of(Map.of("group", one(List.of("gateway.kgateway.dev", "", "core")), "kind", "Backend"))));
    }

    private Map<String, Object> service() {
        return object(
                "v1",
                "Service",
                metadata(one(NAMES)),
                Map.of("ports", List.of(Map.of("name", "http", "port", port()))));
    }

    private Map<String, Object> metadata(String name) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", name);
        if (!oneIn(20)) {
            metadata.put("namespace", one(NAMESPACES));
        }
        return metadata;
    }

    private static Map<String, Object> object(
            String apiVersion, String kind, Map<String, Object> metadata, Map<String, Object> spec) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("apiVersion", apiVersion);
        object.put("kind", kind);
        object.put("metadata", metadata);
        object.put("spec", spec);
        return object;
    }

    private String host() {
        return oneIn(8) ? one(ODD_TEXTS) : one(HOSTS);
    }

    private Object port() {
        return oneIn(12) ? one(ODD_PORTS) : one(List.of(80, 443, 8080, 1, 65_535));
    }

    /** Now and then, something in the object is not what it should be. */
    private String document(Map<String, Object> object) {
        return json(oneIn(6) ? broken(object) : object);
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces, removes or adds one thing somewhere. */
    private Object broken(Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty() && !oneIn(6)) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            Object key = one(List.copyOf(map.keySet()));
            if (oneIn(4)) {
                copy.remove(key);
            } else if (oneIn(6)) {
                copy.put("unknown", value(key));
            } else {
                copy.put(key, broken(map.get(key)));
            }
            return copy;
        }
        if (value instanceof List<?> list && !list.isEmpty() && !oneIn(6)) {
            List<Object> copy = new ArrayList<>(list);
            int index = random.nextInt(copy.size());
            copy.set(index, broken(copy.get(index)));
            return copy;
        }
        return value(value);
    }

    private Object value(Object otherThan) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> one(ODD_TEXTS);
            case 2 -> one(ODD_PORTS);
            case 3 -> random.nextBoolean();
            case 4 -> Map.of();
            case 5 -> List.of();
            case 6 -> List.of(otherThan, otherThan);
            default -> Map.of("a", otherThan);
        };
    }

    /** Returns one to this many of them. */
    private List<Object> listOf(int most, Supplier<Map<String, Object>> item) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .<Object>mapToObj(i -> item.get())
                .toList();
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
