// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static dev.gatewaybackends.read.Manifests.json;
import static dev.gatewaybackends.read.Manifests.problems;
import static dev.gatewaybackends.read.Manifests.queue;
import static dev.gatewaybackends.read.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Severity;
import dev.gatewaybackends.diagnostics.SourceLocation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every problem is reported, each once, with its place. */
class ProblemsTest {
    /** Place, path and reason of each problem. */
    private static List<String> places(ResourceSet resources) {
        return resources.diagnostics().all().stream()
                .map(d -> d.location() + " " + d.path() + " " + d.reason())
                .toList();
    }

    private static List<String> places(String text) {
        return places(read(text));
    }

    @Test
    void problems_ofOneDocument_areAllReportedInItsOrder() {
        ResourceSet resources = read(queue("""
                servers:
                - host: 1
                  port: "80"
                  colour: red
                - text
                - {host: b, port: 2147483648, retry: []}
                topic: [a]
                durable: "yes"
                mode: Random
                options: {a: b, c: 1, d: {}}
                shards: [a, 1, null]
                strange: {deep: 1}
                """));

        assertThat(places(resources))
                .containsExactly(
                        "text:7:7 spec.queue.servers[0].host TypeInvalid",
                        "text:8:7 spec.queue.servers[0].port TypeInvalid",
                        "text:9:7 spec.queue.servers[0].colour UnknownField",
                        "text:10:7 spec.queue.servers[1] TypeInvalid",
                        "text:11:17 spec.queue.servers[2].port Invalid",
                        "text:11:35 spec.queue.servers[2].retry TypeInvalid",
                        "text:12:5 spec.queue.topic TypeInvalid",
                        "text:13:5 spec.queue.durable TypeInvalid",
                        "text:14:5 spec.queue.mode NotSupported",
                        "text:15:21 spec.queue.options.c TypeInvalid",
                        "text:15:27 spec.queue.options.d TypeInvalid",
                        "text:16:17 spec.queue.shards[1] TypeInvalid",
                        "text:16:20 spec.queue.shards[2] TypeInvalid",
                        "text:17:5 spec.queue.strange UnknownField");
        assertThat(resources.diagnostics().warnings())
                .extracting(d -> d.path().toString())
                .containsExactly("spec.queue.servers[0].colour", "spec.queue.strange");
        assertThat(resources.entries().get(0).problems())
                .isEqualTo(resources.diagnostics().all());
    }

    @Test
    void problem_parts_areThoseOfTheContract() {
        ResourceSet resources = read(queue("topic: 1"));

        assertThat(resources.diagnostics().all())
                .containsExactly(new Diagnostic(
                        Severity.ERROR,
                        resources.entries().get(0).key(),
                        FieldPath.of("spec", "queue", "topic"),
                        Reason.TYPE_INVALID,
                        "Invalid value: \"integer\": spec.queue.topic in body must be of type string: \"integer\"",
                        new SourceLocation("text", 6, 5)));
    }

    @Test
    void nullListItem_anyList_isAnErrorAndKeepsIndices() {
        ResourceSet resources = read(queue("servers: [{host: a}, null, {host: c, port: x}]\nshards: [~, b,]"));

        assertThat(problems(resources))
                .containsExactly(
                        "ERROR text:6:26: Backend ns/q: spec.queue.servers[1]: Invalid value: \"null\":"
                                + " spec.queue.servers[1] in body must be of type object: \"null\" [TypeInvalid]",
                        "ERROR text:6:42: Backend ns/q: spec.queue.servers[2].port: Invalid value: \"string\":"
                                + " spec.queue.servers[2].port in body must be of type integer: \"string\" [TypeInvalid]",
                        "ERROR text:7:14: Backend ns/q: spec.queue.shards[0]: Invalid value: \"null\":"
                                + " spec.queue.shards[0] in body must be of type string: \"null\" [TypeInvalid]");
        QueueBackend queue = Manifests.source(resources);
        assertThat(queue.servers()).hasSize(3).element(1).isNull();
        assertThat(queue.servers().get(2).host()).isEqualTo("c");
        assertThat(queue.shards()).containsExactly(null, "b");
    }

    @Test
    void places_afterCharactersOfSeveralBytes_countCodePoints() {
        String fields = "{topic: \"é😀日本\", nope: 1}";

        assertThat(places(queue(fields))).containsExactly("text:6:21 spec.queue.nope UnknownField");
        assertThat(places(json("é😀", "\"日😀\",\"nope\":1")))
                .containsExactly("text:1:136 spec.queue.nope UnknownField");
        assertThat(places(json("é😀", "\"日😀\"") + json("😀😀", "5")))
                .containsExactly("text:1:260 spec.queue.topic TypeInvalid");
    }

    @Test
    void places_json_areExactOnEveryLine() {
        String pretty = """

                 {"apiVersion": "gateway.kgateway.dev/v1alpha1",
                  "kind": "Backend", "metadata": {"name": "q"},
                  "spec": {
                    "queue": {"topic": 1,
                      "shards": ["a", 2,
                        null]}}} {"apiVersion": "gateway.kgateway.dev/v1alpha1", "kind": "Backend",
                  "metadata": {}, "spec": {"queue": {"topic": 1}}}
                """;

        assertThat(places(pretty))
                .containsExactly(
                        "text:5:15 spec.queue.topic TypeInvalid",
                        "text:6:23 spec.queue.shards[1] TypeInvalid",
                        "text:7:9 spec.queue.shards[2] TypeInvalid",
                        "text:8:38 spec.queue.topic TypeInvalid");
    }

    @Test
    void places_jsonAfterTheFirstLineOfALaterDocument_countFromTheInput() {
        String text = json("a", "\"x\"") + "\n--- " + json("b", "1") + " " + json("c", "2");
        int field = "--- ".length() + json("b", "1").indexOf("\"topic\"") + 1;

        assertThat(places(text))
                .containsExactly(
                        "text:2:" + field + " spec.queue.topic TypeInvalid",
                        "text:2:" + (field + json("b", "1").length() + 1) + " spec.queue.topic TypeInvalid");
        assertThat(read(text).diagnostics().all())
                .extracting(d -> String.valueOf(d.resource()))
                .containsExactly("Backend ns/b", "Backend ns/c");
    }

    @Test
    void places_longJson_areExactBeyondTheParsersBuffer() {
        String padding = "\"padding\": \"" + "é".repeat(40_000) + "\",\n";
        String text = "{\"apiVersion\": \"gateway.kgateway.dev/v1alpha1\", \"kind\": \"Backend\", \"metadata\": {},\n"
                + " \"spec\": {\"queue\": {" + padding.repeat(3) + "  \"topic\": 1, \"nope\": 2}}}";

        assertThat(places(text))
                .contains("text:5:3 spec.queue.topic TypeInvalid", "text:5:15 spec.queue.nope UnknownField");
    }

    @Test
    void places_listItems_areThoseOfTheItemAndPathsStartAtIt() {
        String text = """
                kind: List
                metadata: {a: [1, {b: c}]}
                items:
                - {apiVersion: gateway.kgateway.dev/v1alpha1, kind: Backend, metadata: {name: a}, spec: {queue: {topic: 1}}}
                - null
                - apiVersion: gateway.kgateway.dev/v1alpha1
                  kind: Backend
                  metadata: {name: b}
                  spec:
                    queue:
                      shards: [a, [], c, 4]
                      nope: x
                apiVersion: v1
                """;

        assertThat(places(text))
                .containsExactly(
                        "text:4:98 spec.queue.topic TypeInvalid",
                        "text:5:3  Unreadable",
                        "text:11:19 spec.queue.shards[1] TypeInvalid",
                        "text:11:26 spec.queue.shards[3] TypeInvalid",
                        "text:12:7 spec.queue.nope UnknownField");
    }

    @Test
    void places_crlfBomAndLaterDocuments_areThoseAnEditorShows() {
        String text = "\uFEFF"
                + ("# first\n---\n" + queue("topic: 1") + "...\n# next\n%YAML 1.1\n---\n" + queue("topic: 2") + "---\n"
                                + queue("topic: 3"))
                        .replace("\n", "\r\n");

        assertThat(places(text))
                .containsExactly(
                        "text:8:5 spec.queue.topic TypeInvalid",
                        "text:18:5 spec.queue.topic TypeInvalid",
                        "text:25:5 spec.queue.topic TypeInvalid");
    }

    @Test
    void located_laterFindings_getThePlaceOfTheFieldOrOfWhatIsAroundIt() {
        ResourceSet resources = read("# x\n---\n" + queue("servers:\n- host: a\n- {}\ntopic: x"));
        ResourceEntry entry = resources.entries().get(0);
        FieldPath servers = FieldPath.of("spec", "queue", "servers");

        assertThat(entry
                        .located(List.of(
                                finding(entry, servers.item(0).field("host")),
                                finding(entry, servers.item(1).field("host")),
                                finding(entry, servers.item(7)),
                                finding(
                                        entry,
                                        FieldPath.of("spec", "queue", "topic").item(0)),
                                finding(entry, FieldPath.of("status")),
                                finding(entry, FieldPath.root())))
                        .stream()
                        .map(d -> String.valueOf(d.location())))
                .containsExactly("text:9:7", "text:10:7", "text:8:5", "text:11:5", "text:3:1", "text:3:1");
    }

    @Test
    void located_resourceMadeInJava_hasNoPlace() {
        ResourceSet resources = ResourceSet.of(read(queue("topic: x")).all(Backend.class));
        ResourceEntry entry = resources.entries().get(0);
        List<Diagnostic> findings = List.of(finding(entry, FieldPath.of("spec")));

        assertThat(entry.located(findings)).isEqualTo(findings);
        assertThat(entry.problems()).isEmpty();
    }

    private static Diagnostic finding(ResourceEntry entry, FieldPath path) {
        return new Diagnostic(Severity.ERROR, entry.key(), path, Reason.INVALID, "a finding", null);
    }

    @Test
    void duplicateKeys_anyLevel_areErrorsAndTheFirstValueStays() {
        ResourceSet resources = read(queue("topic: a\noptions:\n  k: 1a\n  k: 2a\ntopic: b") + "kind: Backend\n");

        assertThat(problems(resources))
                .containsExactly(
                        "ERROR text:9:7: Backend ns/q: spec.queue.options.k: the key is there already [Duplicate]",
                        "ERROR text:10:5: Backend ns/q: spec.queue.topic: the key is there already [Duplicate]",
                        "ERROR text:11:1: Backend ns/q: kind: the key is there already [Duplicate]");
        assertThat(Manifests.source(resources).topic()).isEqualTo("a");
        assertThat(Manifests.source(resources).options()).containsEntry("k", "1a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1, 'a': 2", "80: 1, '80': 2", "on: 1, true: 2"})
    void duplicateKeys_writtenDifferently_areErrors(String entries) {
        assertThat(places(queue("extra: {" + entries + "}")))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("Duplicate");
    }

    @Test
    void duplicateKeys_json_areErrorsAndLaterPlacesStayRight() {
        assertThat(places(json(
                                "q",
                                "\"a\",\"extra\":{\"a\":[1,{}],\"a\":[1,2,{\"b\":1,\"b\":2}]},\"topic\":2,\"durable\":1")
                        .replace(",\"spec\"", ",\n\"spec\"")))
                .containsExactly(
                        "text:2:66 spec.queue.extra.a[2].b Duplicate",
                        "text:2:50 spec.queue.extra.a Duplicate",
                        "text:2:75 spec.queue.topic Duplicate",
                        "text:2:85 spec.queue.durable TypeInvalid");
    }

    @Test
    void duplicateKeys_list_areReportedOfTheListAndOfItsItems() {
        String text = """
                kind: List
                apiVersion: v1
                metadata: {a: 1, a: 2}
                items:
                - {apiVersion: v1, kind: Pod, metadata: {name: a}}
                - {apiVersion: v1, kind: Pod, metadata: {name: b}, kind: Pod}
                - [{a: 1, a: 2}]
                items: []
                """;
        ResourceSet resources = read(text);

        assertThat(Manifests.keys(resources)).containsExactly("Pod a", "Pod b");
        assertThat(places(resources))
                .containsExactlyInAnyOrder(
                        "text:3:18 metadata.a Duplicate",
                        "text:6:52 kind Duplicate",
                        "text:7:3  Unreadable",
                        "text:8:1 items Duplicate");
        assertThat(resources.entries().get(1).problems()).hasSize(1);
    }

    @Test
    void unknownFields_anyLevel_areWarningsAndSurvive() {
        String text = """
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: q, namespace: ns, clusterName: c}
                extra: {a: [1, null]}
                spec:
                  queue: {topic: t, nope: {x: y}}
                """;
        ResourceSet resources = read(text);

        assertThat(problems(resources))
                .containsExactly(
                        "WARNING text:3:36: Backend ns/q: metadata.clusterName: unknown field [UnknownField]",
                        "WARNING text:4:1: Backend ns/q: extra: unknown field [UnknownField]",
                        "WARNING text:6:21: Backend ns/q: spec.queue.nope: unknown field [UnknownField]");
        assertThat(Manifests.source(resources)).isEqualTo(QueueBackend.ofTopic("t"));
        String written = ResourceCodec.of(QueueBackend.PLUGINS).toYaml(resources);
        assertThat(written).contains("clusterName: c", "extra:", "nope:");
        assertThat(places(written)).hasSize(3);
    }

    @Test
    void knownFields_ofServerManagedMetadataAndCoreKinds_areNoWarnings() {
        assertThat(problems("""
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: s
                          managedFields: [{manager: x}]
                          selfLink: /x
                          deletionGracePeriodSeconds: 1
                        spec:
                          clusterIP: None
                          clusterIPs: [None]
                          internalTrafficPolicy: Cluster
                          ipFamilies: [IPv4]
                          ipFamilyPolicy: SingleStack
                          sessionAffinity: None
                          ports: [{port: 80, targetPort: web, nodePort: 30000}]
                        status: {loadBalancer: {}}
                        ---
                        {apiVersion: v1, kind: Secret, metadata: {name: s}, immutable: true}
                        ---
                        {apiVersion: v1, kind: ConfigMap, metadata: {name: s}, immutable: true}
                        """)).isEmpty();
    }

    @Test
    void problems_oneInEachOf200000Items_areFoundInLinearTime() {
        int count = 200_000;
        String items = IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0 ? "1" : "{\"host\":\"a\",\"host\":\"b\"}")
                .collect(Collectors.joining(",\n", "[", "]"));

        assertTimeout(Duration.ofSeconds(60), () -> {
            ResourceSet resources = read(json("q", "\"t\",\"servers\":" + items));
            assertThat(resources.diagnostics().all()).hasSize(count);
            assertThat(String.valueOf(
                            resources.diagnostics().all().get(count - 1).location()))
                    .startsWith("text:199999:");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void problems_oneInEachItemOfALargeList_areFoundInLinearTime(boolean asJson) {
        int count = asJson ? 200_000 : 50_000;
        String items = IntStream.range(0, count)
                .mapToObj(i -> "{\"kind\": \"Pod\", \"apiVersion\": \"v1\", \"kind\": \"Pod\"}")
                .collect(Collectors.joining(",\n", "[", "]"));

        assertTimeout(Duration.ofSeconds(60), () -> {
            ResourceSet resources = read(
                    (asJson ? "" : "# \n") + "{\"kind\": \"List\", \"apiVersion\": \"v1\", \"items\": " + items + "}");
            assertThat(resources.entries()).hasSize(count);
            assertThat(resources.diagnostics().all()).hasSize(count);
        });
    }
}
