// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static dev.gatewaybackends.read.Manifests.json;
import static dev.gatewaybackends.read.Manifests.keys;
import static dev.gatewaybackends.read.Manifests.problems;
import static dev.gatewaybackends.read.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static final String A = "{apiVersion: v1, kind: Pod, metadata: {name: a}}\n";
    private static final String B = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: b\n";

    private static Stream<Arguments> streams() {
        return Stream.of(
                argumentSet("separator", A + "---\n" + B),
                argumentSet("leading separator", "---\n" + A + "---\n" + B),
                argumentSet("separator with a comment", A + "--- # the next one\n" + B),
                argumentSet("separator with white space", A + "---   \n" + B),
                argumentSet("content after the separator", "--- " + A + "---\n" + B),
                argumentSet("empty documents", "---\n---\n" + A + "---\n\n---\n# nothing\n---\n" + B + "---\n"),
                argumentSet("null documents", "null\n---\n" + A + "---\n~\n---\n" + B),
                argumentSet("end markers", A + "...\n---\n" + B + "...\n"),
                argumentSet("end marker and no separator", A + "...\n" + B),
                argumentSet("end markers alone", "...\n...\n" + A + "...\n...\n" + B),
                argumentSet("directive", "%YAML 1.1\n---\n" + A + "---\n" + B),
                argumentSet("comment before a directive", "# x\n\n%YAML 1.1\n# y\n---\n" + A + "...\n" + B),
                argumentSet("directive after an end", A + "...\n%YAML 1.1\n---\n" + B),
                argumentSet("tag directive", "%TAG !k! tag:yaml.org,2002:\n---\n" + A + "---\n" + B),
                argumentSet("CRLF", (A + "---\n" + B).replace("\n", "\r\n")),
                argumentSet("CR", (A + "---\n" + B).replace("\n", "\r")),
                argumentSet("byte order mark", "\uFEFF" + A + "---\n" + B),
                argumentSet("separator within a value", A + "---\n" + B + "  note: |\n    ---\n    x\n"),
                argumentSet("no line feed at the end", A + "---\n" + B.strip()),
                argumentSet("JSON, then YAML", A.replaceAll("(\\w+)", "\"$1\"") + "---\n" + B));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void documents_anySeparation_areReadInOrder(String text) {
        ResourceSet resources = read(text);

        assertThat(problems(resources)).isEmpty();
        assertThat(resources.entries())
                .extracting(entry -> entry.key().kind() + " " + entry.key().name())
                .containsExactly("Pod a", "Pod b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n",
                "\uFEFF",
                "# nothing\n",
                "---",
                "---\n",
                "---\n# nothing\n---\n",
                "...",
                "null",
                "~",
                "%YAML 1.1\n---\n",
                "%YAML 1.1",
                "\r\n"
            })
    void documents_noContent_areNothing(String text) {
        ResourceSet resources = read(text);

        assertThat(resources.entries()).isEmpty();
        assertThat(resources.diagnostics()).isEmpty();
        assertThat(resources).hasToString("[]");
    }

    private static Stream<Arguments> noObjects() {
        return Stream.of(
                Arguments.of("just text", "ERROR text:1:1: a document must be an object [Unreadable]"),
                Arguments.of("- a\n- b", "ERROR text:1:1: a document must be an object [Unreadable]"),
                Arguments.of(A + "---\n12", "ERROR text:2:1: a document must be an object [Unreadable]"),
                Arguments.of("\n[1]", "ERROR text:2:1: a document must be an object [Unreadable]"));
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void document_noObject_isUnreadable(String text, String problem) {
        assertThat(problems(text)).containsExactly(problem);
    }

    private static Stream<Arguments> badDocuments() {
        return Stream.of(
                argumentSet("first", "a: [\n---\n" + A + "---\n" + B, "text:2:1"),
                argumentSet("middle", A + "---\n\"a\n---\n" + B, "text:4:1"),
                argumentSet("last", A + "---\n" + B + "---\na: b: c\n", "text:8:5"),
                argumentSet("JSON first", "{\"a\" 1}\n---\n" + A + "---\n" + B, "text:1:"),
                argumentSet("control character", A + "---\na: x\u0007\n---\n" + B, "text:3:5"));
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void documents_oneUnreadable_costsOnlyItself(String text, String place) {
        ResourceSet resources = read(text);

        assertThat(keys(resources)).containsExactly("Pod a", "Pod b");
        assertThat(problems(resources))
                .hasSize(1)
                .first()
                .asString()
                .contains(place)
                .endsWith("[Unreadable]");
    }

    private static Stream<Arguments> jsonTexts() {
        String a = json("a", "\"x\"");
        String b = json("b", "\"y\"");
        String pretty = """
                {
                  "apiVersion": "gateway.kgateway.dev/v1alpha1",
                  "kind": "Backend",
                  "metadata": {
                    "name": "a",
                    "namespace": "ns"
                  }
                }
                """;
        return Stream.of(
                argumentSet("one line each", a + "\n" + b),
                argumentSet("nothing between", a + b),
                argumentSet("pretty printed", pretty + b),
                argumentSet("separators", "---\n" + a + "\n---\n" + b + "\n---"),
                argumentSet("comments", a + " # first\n" + b + "# second"),
                argumentSet("tabs and CRLF", "\t" + a + "\r\n\t" + b + "\r\n"),
                argumentSet(
                        "list",
                        "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"metadata\":{\"x\":[1,{}]},\"items\":[" + a + "," + b
                                + "]}"),
                argumentSet("flow-style YAML", a.replace("\"", "").replace(":", ": ") + "\n---\n" + b));
    }

    @ParameterizedTest
    @MethodSource("jsonTexts")
    void json_anySeparation_isReadInOrder(String text) {
        for (String source : List.of("text", "text.json")) {
            if (source.equals("text.json") && text.startsWith("{apiVersion")) {
                continue;
            }
            ResourceSet resources = Manifests.READER.readText(text, source);

            assertThat(problems(resources)).isEmpty();
            assertThat(keys(resources)).containsExactly("Backend ns/a", "Backend ns/b");
        }
    }

    @Test
    void json_brokenInAJsonFile_isReportedAsJson() {
        ResourceSet resources = Manifests.READER.readText("{\"kind\": \"Pod\",\n \"a\" 1}", "a.json");

        assertThat(problems(resources))
                .containsExactly("ERROR a.json:2:6: not JSON: was expecting a colon to separate field name and value"
                        + " [Unreadable]");
    }

    @Test
    void json_syntaxErrorAfterTheFirst_keepsWhatWasReadAndWhatFollowsASeparator() {
        ResourceSet resources = read(json("a", "\"x\"") + "\n{\"b\"\n---\n" + json("c", "\"z\""));

        assertThat(keys(resources)).containsExactly("Backend ns/a", "Backend ns/c");
        assertThat(problems(resources)).hasSize(1).first().asString().startsWith("ERROR text:3:1: not JSON");
    }

    @Test
    void list_anyKind_countsAsItsItems() {
        ResourceSet resources = read("""
                apiVersion: v1
                kind: List
                metadata: {resourceVersion: ""}
                items:
                - apiVersion: v1
                  kind: Secret
                  metadata: {name: s}
                - apiVersion: gateway.networking.k8s.io/v1
                  kind: HTTPRoute
                  metadata: {name: r}
                  spec: {}
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRouteList
                items:
                - metadata: {name: r1}
                  spec: {hostnames: [a.example]}
                - apiVersion: gateway.networking.k8s.io/v1beta1
                  kind: HTTPRoute
                  metadata: {name: r2}
                  spec: {}
                """);

        assertThat(problems(resources)).isEmpty();
        assertThat(keys(resources))
                .containsExactly(
                        "Secret default/s", "HTTPRoute default/r", "HTTPRoute default/r1", "HTTPRoute default/r2");
        assertThat(resources.all(HttpRoute.class))
                .extracting(HttpRoute::apiVersion)
                .containsExactly(
                        "gateway.networking.k8s.io/v1",
                        "gateway.networking.k8s.io/v1",
                        "gateway.networking.k8s.io/v1beta1");
    }

    @Test
    void list_itemWithoutKind_isWrittenWithIt() {
        ResourceSet resources = read(
                "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRouteList, items: [{metadata: {name: r}, spec: {}}]}");

        ResourceSet again = read(ResourceCodec.of(QueueBackend.PLUGINS).toYaml(resources));
        assertThat(problems(again)).isEmpty();
        assertThat(again.all(HttpRoute.class))
                .isEqualTo(resources.all(HttpRoute.class))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: v1, kind: List}",
                "{apiVersion: v1, kind: List, items: null}",
                "{apiVersion: v1, kind: List, items: []}",
                "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRouteList, items: null}",
                "{\"items\":[],\"kind\":\"HTTPRouteList\"}"
            })
    void list_noItems_isNothing(String text) {
        assertThat(read(text).entries()).isEmpty();
        assertThat(problems(text)).isEmpty();
    }

    @Test
    void list_itemThatIsNoObject_costsOnlyItself() {
        ResourceSet resources = read("""
                kind: List
                apiVersion: v1
                items:
                - text
                - apiVersion: v1
                  kind: Pod
                  metadata: {name: a}
                -
                - [1, 2]
                - {apiVersion: v1, kind: Pod, metadata: {name: b}}
                """);

        assertThat(keys(resources)).containsExactly("Pod a", "Pod b");
        assertThat(problems(resources))
                .containsExactly(
                        "ERROR text:4:3: an item must be an object [Unreadable]",
                        "ERROR text:8:2: an item must be an object [Unreadable]",
                        "ERROR text:9:3: an item must be an object [Unreadable]");
    }

    @Test
    void list_itemsThatAreNoList_isUnreadable() {
        assertThat(problems("kind: List\napiVersion: v1\nitems: {a: 1}\n"))
                .containsExactly("ERROR text:3:1: the items must be a list [Unreadable]");
    }

    @Test
    void kind_endsInListButHasNoItems_isAResource() {
        assertThat(keys(read("{apiVersion: example.com/v1, kind: AllowList, metadata: {name: a}, spec: {items: []}}")))
                .containsExactly("AllowList a");
    }

    @Test
    void resources_missingIdentity_areReportedAndLeftOut() {
        ResourceSet resources = read("{}\n---\nkind: Pod\nmetadata: {name: a}\n---\napiVersion: 1\nkind: ''\n");

        assertThat(resources.entries()).isEmpty();
        assertThat(problems(resources))
                .containsExactly(
                        "ERROR text:1:1:  : apiVersion: Required value [Required]",
                        "ERROR text:1:1:  : kind: Required value [Required]",
                        "ERROR text:3:1: Pod a: apiVersion: Required value [Required]",
                        "ERROR text:6:1:  : apiVersion: Invalid value: \"integer\": apiVersion in body must be of type"
                                + " string: \"integer\" [TypeInvalid]",
                        "ERROR text:7:1:  : kind: Required value [Required]");
    }
}
