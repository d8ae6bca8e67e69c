// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static dev.gatewaybackends.read.Manifests.json;
import static dev.gatewaybackends.read.Manifests.queue;
import static dev.gatewaybackends.read.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatewaybackends.backend.AmbiguousBackend;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendBuilder;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendSpec;
import dev.gatewaybackends.backend.BackendStatus;
import dev.gatewaybackends.backend.UnrecognizedBackend;
import dev.gatewaybackends.diagnostics.DiagnosticsException;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteMatch;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteRule;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteRuleBuilder;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteSpecBuilder;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionBuilder;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMetaBuilder;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.kubernetes.v1.SecretBuilder;
import dev.gatewaybackends.read.document.UnreadableException;
import dev.gatewaybackends.read.document.YamlDocument;
import dev.gatewaybackends.settings.ReadLimits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceCodecTest {
    private static final ResourceCodec CODEC = ResourceCodec.of(QueueBackend.PLUGINS);
    private static final ObjectMeta META = ObjectMeta.of("ns", "q");

    @Test
    void yaml_readAndWritten_losesNothing() throws Exception {
        String text = """
                kind: Backend
                metadata: {namespace: ns, name: q, unknown: {b: 1, a: [x, {}]}}
                spec:
                  queue:
                    topic: t
                    servers: [{port: 80.0, host: a}]
                    nope: {"80": yes, list: [], n: 12345678901234567890123, f: 1.5, text: "no"}
                    capacity: null
                  other: null
                apiVersion: gateway.kgateway.dev/v1alpha1
                status: {conditions: [], nope: 1}
                extra: last
                """;

        String written = CODEC.toYaml(read(text));
        JsonNode tree = tree(text);

        assertThat(tree(written)).isEqualTo(tree);
        assertThat(CODEC.toYaml(read(written))).isEqualTo(written);
        assertThat(written).isEqualTo("""
                        kind: Backend
                        metadata:
                          namespace: ns
                          name: q
                          unknown:
                            b: 1
                            a:
                            - x
                            - {}
                        spec:
                          queue:
                            topic: t
                            servers:
                            - port: 80.0
                              host: a
                            nope:
                              "80": true
                              list: []
                              "n": 12345678901234567890123
                              f: 1.5
                              text: "no"
                            capacity: null
                          other: null
                        apiVersion: gateway.kgateway.dev/v1alpha1
                        status:
                          conditions: []
                          nope: 1
                        extra: last
                        """);
    }

    private static JsonNode tree(String text) throws UnreadableException {
        return YamlDocument.parse(text, ReadLimits.DEFAULTS).root();
    }

    @Test
    void yaml_severalResources_areSeparateDocuments() {
        ResourceSet resources = read(queue("topic: 'é'") + "---\n" + json("b", "\"x\"") + json("c", "\"y\""));

        ResourceSet again = read(CODEC.toYaml(resources));
        assertThat(again.all(Backend.class)).hasSize(3).isEqualTo(resources.all(Backend.class));
        assertThat(CODEC.toYaml(ResourceSet.of())).isEmpty();
    }

    private static Stream<KubernetesResource> resources() {
        QueueBackend queue = new QueueBackend(
                Arrays.asList(
                        new QueueBackend.Server("a", 80, new QueueBackend.Retry(1)),
                        new QueueBackend.Server("b", 5672, new QueueBackend.Retry(3))),
                "a topic",
                1L << 40,
                true,
                0.25,
                QueueBackend.Mode.LIFO,
                Map.of("list", Arrays.asList(1, "x", Arrays.asList(), Map.of())),
                Map.of("k", "v"),
                List.of());
        return Stream.of(
                Backend.of(META, QueueBackend.ofTopic("t")),
                Backend.of(META, queue),
                Backend.of(META, new UnrecognizedBackend("other", Map.of("a", Map.of("b", List.of(1))))),
                Backend.of(
                        META, new AmbiguousBackend(List.of(queue, new UnrecognizedBackend("other", Map.of("a", 1))))),
                BackendBuilder.builder()
                        .metadata(META)
                        .spec(new BackendSpec("Queue", null))
                        .build(),
                BackendBuilder.builder()
                        .metadata(ObjectMetaBuilder.builder(META)
                                .labels(Map.of("80", "yes"))
                                .generation(7L)
                                .build())
                        .spec(new BackendSpec("Queue", queue))
                        .status(new BackendStatus(List.of(ConditionBuilder.builder()
                                .type("Accepted")
                                .status(ConditionStatus.TRUE)
                                .lastTransitionTime("2026-01-01T00:00:00Z")
                                .reason("Accepted")
                                .message("")
                                .build())))
                        .build(),
                HttpRoute.of(META, HttpRouteSpecBuilder.builder().build()),
                HttpRoute.of(
                        META, HttpRouteSpecBuilder.builder().rules(List.of()).build()),
                HttpRoute.of(
                        META,
                        HttpRouteSpecBuilder.builder()
                                .hostnames(List.of("a.example"))
                                .rules(List.of(
                                        HttpRouteRule.of(),
                                        HttpRouteRuleBuilder.builder()
                                                .matches(List.of())
                                                .build(),
                                        HttpRouteRuleBuilder.builder()
                                                .matches(List.of(HttpRouteMatch.of(null)))
                                                .build()))
                                .build()),
                new HttpRoute(
                        "gateway.networking.k8s.io/v1beta1",
                        META,
                        HttpRouteSpecBuilder.builder().build(),
                        null),
                SecretBuilder.builder()
                        .metadata(META)
                        .data(Map.of("k", "dg=="))
                        .stringData(Map.of("l", " not a\nreal one\n\n"))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("resources")
    void resource_madeInJava_readsBackEqual(KubernetesResource resource) {
        assertThat(CODEC.read(CODEC.toYaml(resource), resource.getClass())).isEqualTo(resource);
        assertThat(CODEC.read(CODEC.toJson(resource), resource.getClass())).isEqualTo(resource);
        assertThat(CODEC.read(CODEC.toMap(resource), resource.getClass())).isEqualTo(resource);
        assertThat(read(CODEC.toYaml(ResourceSet.of(resource))).all(KubernetesResource.class))
                .containsExactly(resource);
    }

    @Test
    void resource_madeInJava_isWrittenWithoutWhatIsAbsent() {
        assertThat(CODEC.toYaml(Backend.of(META, QueueBackend.ofTopic("80")))).isEqualTo("""
                        apiVersion: gateway.kgateway.dev/v1alpha1
                        kind: Backend
                        metadata:
                          name: q
                          namespace: ns
                        spec:
                          queue:
                            topic: "80"
                        """);
        assertThat(CODEC.toJson(Backend.of(META, QueueBackend.ofTopic("é"))))
                .isEqualTo(
                        "{\"apiVersion\":\"gateway.kgateway.dev/v1alpha1\",\"kind\":\"Backend\",\"metadata\":{\"name\":\"q\","
                                + "\"namespace\":\"ns\"},\"spec\":{\"queue\":{\"topic\":\"é\"}}}");
    }

    @Test
    void resource_ofAnUnregisteredType_isRefused() {
        record Other() implements BackendSource {}

        assertThatThrownBy(() -> CODEC.toMap(Backend.of(META, new Other())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no plugin is registered for ");
    }

    private static Stream<String> strings() {
        return Stream.of(
                "80",
                "yes",
                "No",
                "on",
                "OFF",
                "y",
                "N",
                "null",
                "Null",
                "~",
                "true",
                "1e3",
                "1E+3",
                ".5",
                "-1",
                "+1",
                "0x1F",
                "0o17",
                "010",
                "08",
                "0b1",
                "1_000",
                "_1",
                "2026-01-01",
                "2026-01-01T00:00:00Z",
                "12:30",
                ".inf",
                "-.INF",
                ".nan",
                "NaN",
                "- a",
                "-",
                "-a",
                "--- a",
                "---",
                "...",
                "a: b",
                "a:b",
                "a:",
                ":",
                ": a",
                "a :b",
                "#x",
                "a #x",
                "a#x",
                " x",
                "x ",
                " ",
                "",
                "=",
                "<<",
                "&a",
                "*a",
                "!a",
                "!!str a",
                "%a",
                "@a",
                "`a",
                "|",
                ">",
                "? a",
                "?",
                "[a]",
                "{a}",
                "a, b",
                "a]",
                "'a'",
                "\"a\"",
                "a'b",
                "a\"b",
                "a\\b",
                "\\n",
                "a\nb",
                "a\nb\n",
                "a\n\nb\n\n",
                "\n",
                "\n\n",
                "\na",
                " a\nb",
                "a\n b",
                "a \nb",
                "a\n---\nb",
                "a\n...\n",
                "# a\nb",
                "a\tb",
                "\t",
                "\ta\nb",
                "a\r\nb",
                "a\rb",
                "\r",
                "\u0000",
                "\u0007",
                "\u007f",
                "\u0085",
                "a\u2028b",
                "a\u2029",
                "\uFEFF",
                "\uFEFFa\nb",
                "\u00a0",
                "é",
                "日本",
                "😀",
                "😀\n😀",
                "a\n\u0085b",
                "a\u2028\nb",
                "a".repeat(3_000),
                "a b ".repeat(500),
                ("a".repeat(90) + "\n").repeat(9),
                "{{ .Values.x }}",
                "$(VAR)",
                "http://a.example/b?c=d&e=f#g",
                "a;b",
                "a/b",
                "C:\\x");
    }

    @ParameterizedTest
    @MethodSource("strings")
    void string_asValueAndKey_readsBackAsTheSameString(String text) throws Exception {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("apiVersion", "example.com/v1");
        map.put("kind", "Thing");
        map.put("value", text);
        map.put("list", List.of(text, List.of(text)));
        map.put("map", Map.of(text, text));
        map.put("last", Map.of("x", text));

        String yaml = ResourceCodec.yaml(map);
        ResourceSet resources = read(yaml);

        assertThat(Manifests.problems(resources)).isEmpty();
        assertThat(CODEC.toMap(resources.entries().get(0))).isEqualTo(map);
        // No other reader of YAML 1.1 takes it for anything but a string either.
        assertThat(new org.yaml.snakeyaml.Yaml().<Map<String, Object>>load(yaml))
                .isEqualTo(map);
        assertThat(CODEC.toMap(read(new ObjectMapper().writeValueAsString(map))
                        .entries()
                        .get(0)))
                .isEqualTo(map);
    }

    @Test
    void strings_random_readBackAsTheSame() {
        Random random = new Random(7);
        String alphabet = "ab01 \n\t:#-'\"\\{}[],&*!|>%@?=<~.\r\u00e9\u2028\u0085";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(8);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("apiVersion", "example.com/v1");
            map.put("kind", "Thing");
            map.put("v" + text, Map.of(text.toString(), List.of(text.toString())));

            ResourceSet resources = read(ResourceCodec.yaml(map));

            assertThat(Manifests.problems(resources)).as(text.toString()).isEmpty();
            assertThat(CODEC.toMap(resources.entries().get(0))).isEqualTo(map);
        }
    }

    @Test
    void numbers_anySize_readBackAsTheSame() throws Exception {
        List<Object> numbers = List.of(
                0,
                -1,
                1L << 40,
                new BigInteger("123456789012345678901234567890"),
                0.1,
                -1.5e-7,
                1e300,
                1.0,
                new BigDecimal("1e400"),
                Double.MIN_VALUE);
        Map<String, Object> map = new LinkedHashMap<>(Map.of("apiVersion", "v1", "kind", "Pod", "n", numbers));

        assertThat(CODEC.toMap(read(ResourceCodec.yaml(map)).entries().get(0)).get("n"))
                .hasToString(numbers.toString());
        assertThat(CODEC.toMap(read(new ObjectMapper().writeValueAsString(map))
                                .entries()
                                .get(0))
                        .get("n"))
                .hasToString(numbers.toString());
    }

    @Test
    void map_ofAnotherLibrary_isRead() {
        Map<String, Object> queue = new LinkedHashMap<>();
        queue.put("capacity", new BigInteger("7"));
        queue.put("ratio", 1.1f);
        queue.put(
                "servers",
                new ArrayList<>(List.of(new TreeMap<>(Map.of("port", new BigDecimal("80.00"), "host", "a")))));
        queue.put("extra", Arrays.asList((short) 1, (byte) 2, 3L, null, new BigDecimal("0e99"), 'x' + ""));
        queue.put("topic", null);
        Map<String, Object> map = new LinkedHashMap<>(CODEC.toMap(Backend.of(META, QueueBackend.ofTopic("t"))));
        map.put("spec", Map.of("queue", queue));

        QueueBackend read = (QueueBackend) CODEC.read(map, Backend.class).spec().source();

        assertThat(read.capacity()).isEqualTo(7);
        assertThat(read.ratio()).isEqualTo(1.1);
        assertThat(read.servers()).containsExactly(new QueueBackend.Server("a", 80, new QueueBackend.Retry(3)));
        assertThat(read.extra()).hasToString("[1, 2, 3, null, 0E+99, x]");
    }

    @Test
    void map_zeroWithALargeExponent_isAnInteger() {
        Map<String, Object> map = new LinkedHashMap<>(CODEC.toMap(Backend.of(META, QueueBackend.ofTopic("t"))));
        map.put("spec", Map.of("queue", Map.of("capacity", new BigDecimal("0e99"))));

        assertThat(((QueueBackend) CODEC.read(map, Backend.class).spec().source()).capacity())
                .isZero();
    }

    private static Stream<Object> noJson() {
        Map<Object, Object> keys = new LinkedHashMap<>();
        keys.put(80, "a");
        Map<Object, Object> nullKey = new LinkedHashMap<>();
        nullKey.put(null, "a");
        return Stream.of(
                Instant.EPOCH,
                'x',
                new int[] {1},
                QueueBackend.Mode.FIFO,
                new AtomicInteger(1),
                new Object(),
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Float.NaN,
                keys,
                nullKey,
                List.of(Instant.EPOCH),
                Map.of("a", List.of('x')));
    }

    @ParameterizedTest
    @MethodSource("noJson")
    void map_valueThatIsNoJson_isRefused(Object value) {
        Map<String, Object> map = Map.of("apiVersion", "v1", "kind", "Pod", "spec", value);

        assertThatThrownBy(() -> CODEC.read(map, UnrecognizedResource.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(" is not JSON");
    }

    @Test
    void read_errors_areThrownTogether() {
        assertThatThrownBy(() -> CODEC.read(queue("topic: 1\ncapacity: x"), Backend.class))
                .isInstanceOfSatisfying(
                        DiagnosticsException.class,
                        e -> assertThat(e.diagnostics().errors()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{apiVersion: v1, kind: Secret}",
                "{apiVersion: v1, kind: Pod}\n---\n{apiVersion: v1, kind: Pod}"
            })
    void read_notOneOfTheType_isRefused(String text) {
        assertThatThrownBy(() -> CODEC.read(text, Backend.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected one Backend, found [");
    }

    @Test
    void read_unknownFields_areAccepted() {
        assertThat(CODEC.read(queue("topic: t\nnope: 1"), Backend.class))
                .isEqualTo(Backend.of(META, QueueBackend.ofTopic("t")));
    }

    @Test
    void read_noNamespace_staysAbsent() {
        assertThat(CODEC.read("{apiVersion: v1, kind: Secret, metadata: {name: s}}", Secret.class)
                        .metadata()
                        .namespace())
                .isNull();
    }

    @Test
    void plainJackson_anyBackend_isRefusedWithTheWayOut() {
        ObjectMapper mapper = new ObjectMapper();
        Backend backend = Backend.of(META, QueueBackend.ofTopic("t"));

        assertThatThrownBy(() -> mapper.readValue(json("a", "\"x\""), Backend.class))
                .hasMessageContaining("ResourceCodec");
        assertThatThrownBy(() -> mapper.writeValueAsString(backend)).hasMessageContaining("ResourceCodec");
    }
}
