// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static dev.gatewaybackends.read.Manifests.problems;
import static dev.gatewaybackends.read.Manifests.queue;
import static dev.gatewaybackends.read.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.AmbiguousBackend;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendDefinition;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendSpec;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.backend.UnrecognizedBackend;
import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Backend.spec}, the union that plugins add members to. */
class BackendUnionTest {
    private static BackendSpec spec(ResourceSet resources) {
        return resources.all(Backend.class).get(0).spec();
    }

    private static String backend(String spec) {
        return queue("x").replaceFirst("(?s)spec:.*", "spec: " + spec + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{queue: null}", "{type: null}"})
    void spec_noMember_hasNoSource(String spec) {
        ResourceSet resources = read(backend(spec));

        assertThat(problems(resources)).isEmpty();
        assertThat(spec(resources)).isEqualTo(new BackendSpec(null, null));
    }

    @Test
    void spec_absentNullOrOfAnotherType_isNull() {
        assertThat(spec(read(backend("null")))).isNull();
        assertThat(spec(read(backend("[]")))).isNull();
        assertThat(problems(backend("[]"))).hasSize(1).first().asString().contains("text:4:1: Backend ns/q: spec: ");
    }

    @Test
    void spec_oneMember_isBoundToItsRecord() {
        assertThat(spec(read(backend("{type: Queue, queue: {topic: t}, static: null}"))))
                .isEqualTo(new BackendSpec("Queue", QueueBackend.ofTopic("t")));
    }

    @Test
    void spec_type_mustBeAString() {
        ResourceSet resources = read(backend("{type: 1, queue: {}}"));

        assertThat(problems(resources)).hasSize(1).first().asString().contains("text:4:8: Backend ns/q: spec.type: ");
        assertThat(spec(resources).type()).isNull();
    }

    @Test
    void spec_twoMembers_areBothReadSoThatAllProblemsAreFound() {
        ResourceSet resources = read(backend("{queue: {topic: 1}, other: {a: b}, queueX: 5}"));

        assertThat(problems(resources))
                .extracting(problem -> problem.replaceFirst(": Invalid.*", ""))
                .containsExactly(
                        "ERROR text:4:16: Backend ns/q: spec.queue.topic",
                        "ERROR text:4:42: Backend ns/q: spec.queueX");
        assertThat(spec(resources).source())
                .isEqualTo(new AmbiguousBackend(List.of(
                        QueueBackend.ofTopic(null),
                        new UnrecognizedBackend("other", Map.of("a", "b")),
                        new UnrecognizedBackend("queueX", Map.of()))));
    }

    @Test
    void spec_memberOfAnotherType_isReportedAndCounts() {
        ResourceSet resources = read(backend("{queue: text}"));

        assertThat(problems(resources)).hasSize(1).first().asString().endsWith("[TypeInvalid]");
        assertThat(spec(resources).source()).isEqualTo(new UnrecognizedBackend("queue", Map.of()));
    }

    @Test
    void spec_unknownMember_isKeptAndNotShown() {
        ResourceSet resources = read(backend("{ai: {token: not-a-real-token, list: [1, null, {a: .5}], n: null}}"));

        Map<String, Object> content = new LinkedHashMap<>();
        content.put("token", "not-a-real-token");
        content.put("list", Arrays.asList(1, null, Map.of("a", 0.5)));
        content.put("n", null);
        BackendSource source = spec(resources).source();
        assertThat(problems(resources)).isEmpty();
        assertThat(source)
                .isEqualTo(new UnrecognizedBackend("ai", content))
                .hasToString("UnrecognizedBackend[member=ai]");
        assertThat(resources.all(Backend.class).toString()).doesNotContain("not-a-real-token");
    }

    @Test
    void spec_memberOfAnotherVersion_isUnknownUnderAProfile() {
        BackendDefinition<QueueBackend> definition =
                () -> QueueBackend.TYPE.existsIn(KgatewayVersion.V2_1, KgatewayVersion.V2_2);
        PluginRegistry plugins = PluginRegistry.of(definition);
        String text = backend("{queue: {topic: t}, ai: {}, aws: {}, gcp: null, nope: null}");

        assertThat(spec(readAs(plugins, KgatewayVersion.V2_1, text)).source())
                .isInstanceOfSatisfying(
                        AmbiguousBackend.class,
                        ambiguous -> assertThat(ambiguous.sources()).hasSize(3));
        ResourceSet resources = readAs(plugins, KgatewayVersion.V2_3, text);
        assertThat(problems(resources))
                .containsExactly(
                        "WARNING text:4:8: Backend ns/q: spec.queue: unknown field [UnknownField]",
                        "WARNING text:4:27: Backend ns/q: spec.ai: unknown field [UnknownField]",
                        "WARNING text:4:55: Backend ns/q: spec.nope: unknown field [UnknownField]");
        assertThat(spec(resources).source()).isEqualTo(new UnrecognizedBackend("aws", Map.of()));
    }

    private static ResourceSet readAs(PluginRegistry plugins, KgatewayVersion version, String text) {
        return ResourceReader.builder()
                .plugins(plugins)
                .profile(ValidationProfile.of(Channel.STANDARD, version))
                .build()
                .readText(text);
    }
}
