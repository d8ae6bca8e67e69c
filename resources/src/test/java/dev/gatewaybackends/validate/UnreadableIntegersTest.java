// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An integer that JSON text writes as {@code 80.0} is none to the rules that read it, and one to everything else. */
class UnreadableIntegersTest {
    private static final ValidationProfile STANDARD = ValidationProfile.of(Channel.STANDARD, KgatewayVersion.MAIN);
    private static final ValidationProfile EXPERIMENTAL =
            ValidationProfile.of(Channel.EXPERIMENTAL, KgatewayVersion.MAIN);

    private static ResourceReader reader(ValidationProfile profile) {
        return ResourceReader.builder()
                .plugins(PluginRegistry.of())
                .profile(profile)
                .build();
    }

    private static List<String> errors(ValidationProfile profile, ResourceSet read) {
        return ResourceValidator.builder()
                .plugins(PluginRegistry.of())
                .profile(profile)
                .build()
                .validate(read)
                .verdicts()
                .get(0)
                .errors()
                .stream()
                .map(error -> error.path() + ": " + error.message())
                .toList();
    }

    /** With apostrophes for quotes. */
    private static String json(String kind, String spec) {
        return ("{'apiVersion': 'gateway.networking.k8s.io/v1', 'kind': '" + kind
                        + "', 'metadata': {'name': 'a'}, 'spec': " + spec + "}")
                .replace('\'', '"');
    }

    private static List<String> errors(ValidationProfile profile, String kind, String spec) {
        return errors(profile, reader(profile).readText(json(kind, spec)));
    }

    private static String failure(String path, String type, String rule) {
        return path + ": Invalid value: \"" + type + "\": invalid data, expected int, got float64 evaluating rule: "
                + rule;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HTTPRoute | {'rules': [{'backendRefs': [{'name': 'a', 'port': 80.0}]}]} "
                        + "| spec.rules[0].backendRefs[0] | object | Must have port for Service reference",
                "GRPCRoute | {'rules': [{'backendRefs': [{'name': 'a', 'port': 8e1}]}]} "
                        + "| spec.rules[0].backendRefs[0] | object | Must have port for Service reference",
                "TLSRoute | {'hostnames': ['a.b'], 'rules': [{'backendRefs': [{'name': 'a', 'port': 80.0}]}]} "
                        + "| spec.rules[0].backendRefs[0] | object | Must have port for Service reference",
                "HTTPRoute | {'rules': [{'filters': [{'type': 'RequestMirror', 'requestMirror': "
                        + "{'backendRef': {'name': 'a', 'port': 80.0}}}]}]} "
                        + "| spec.rules[0].filters[0].requestMirror.backendRef | object | Must have port for Service reference",
                "HTTPRoute | {'rules': [{'filters': [{'type': 'RequestMirror', 'requestMirror': "
                        + "{'backendRef': {'name': 'a', 'port': 80}, 'fraction': {'numerator': 1.0}}}]}]} "
                        + "| spec.rules[0].filters[0].requestMirror.fraction | object "
                        + "| numerator must be less than or equal to denominator",
                "HTTPRoute | {'rules': [{'filters': [{'type': 'RequestMirror', 'requestMirror': "
                        + "{'backendRef': {'name': 'a', 'port': 80}, 'fraction': {'numerator': 7.0, 'denominator': 5.0}}}]}]} "
                        + "| spec.rules[0].filters[0].requestMirror.fraction | object "
                        + "| numerator must be less than or equal to denominator",
                "HTTPRoute | {'rules': [{'filters': [{'type': 'RequestMirror', 'requestMirror': "
                        + "{'backendRef': {'name': 'a', 'port': 80}, 'percent': 5.0, 'fraction': {'numerator': 1}}}]}]} "
                        + "| spec.rules[0].filters[0].requestMirror | object "
                        + "| Only one of percent or fraction may be specified in HTTPRequestMirrorFilter",
                "Gateway | {'gatewayClassName': 'c', 'listeners': [{'name': 'a', 'port': 80, 'protocol': 'HTTP'}, "
                        + "{'name': 'b', 'port': 81.0, 'protocol': 'HTTP'}]} "
                        + "| spec.listeners | array "
                        + "| Combination of port, protocol and hostname must be unique for each listener",
                "ListenerSet | {'parentRef': {'name': 'g'}, 'listeners': [{'name': 'a', 'port': 80.0, 'protocol': 'HTTP'}]} "
                        + "| spec.listeners | array "
                        + "| Combination of port, protocol and hostname must be unique for each listener",
                "Gateway | {'gatewayClassName': 'c', 'listeners': [{'name': 'a', 'port': 80, 'protocol': 'HTTP'}], "
                        + "'tls': {'frontend': {'default': {}, 'perPort': [{'port': 443.0, 'tls': {}}]}}} "
                        + "| spec.tls.frontend.perPort | array | Port for TLS configuration must be unique within the Gateway"
            })
    void decimal_thatARuleReads_isRefused(String kind, String spec, String path, String type, String rule) {
        assertThat(errors(STANDARD, kind, spec)).containsExactly(failure(path, type, rule));
        assertThat(errors(STANDARD, kind, spec.replace(".0", "").replace("8e1", "80")))
                .noneMatch(error -> error.contains("float64"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HTTPRoute | {'rules': [{'backendRefs': [{'name': 'a', 'group': 'b.c', 'kind': 'Backend', 'port': 80.0}]}]}",
                "HTTPRoute | {'rules': [{'backendRefs': [{'name': 'a', 'group': 'b.c', 'port': 80.0}]}]}",
                "HTTPRoute | {'rules': [{'backendRefs': [{'name': 'a', 'port': 80, 'weight': 2.0}]}]}",
                "HTTPRoute | {'rules': [{'filters': [{'type': 'RequestRedirect', 'requestRedirect': "
                        + "{'port': 80.0, 'statusCode': 301.0}}]}]}",
                "HTTPRoute | {'rules': [{'filters': [{'type': 'RequestMirror', 'requestMirror': "
                        + "{'backendRef': {'name': 'a', 'port': 80}, 'percent': 5.0}}]}]}",
                "HTTPRoute | {'parentRefs': [{'name': 'g', 'port': 80.0}]}"
            })
    void decimal_thatNoRuleReads_isAnInteger(String kind, String spec) {
        assertThat(errors(STANDARD, kind, spec)).isEmpty();
    }

    @Test
    void portOfAParent_isReadByTheRulesOfTheExperimentalChannel() {
        assertThat(errors(EXPERIMENTAL, "HTTPRoute", "{'parentRefs': [{'name': 'g'}, {'name': 'h', 'port': 80.0}]}"))
                .containsExactlyInAnyOrder(
                        failure(
                                "spec.parentRefs",
                                "array",
                                "sectionName or port must be specified when parentRefs includes 2 or more references to "
                                        + "the same parent"),
                        failure(
                                "spec.parentRefs",
                                "array",
                                "sectionName or port must be unique when parentRefs includes 2 or more references to the "
                                        + "same parent"));
    }

    @Test
    void decimal_besideAnErrorThatBlocksTheRules_isNotMentioned() {
        assertThat(errors(STANDARD, "HTTPRoute", "{'rules': [{'backendRefs': [{'name': 'a', 'port': 80.0}, {}]}]}"))
                .hasSize(2)
                .noneMatch(error -> error.contains("float64"));
    }

    @Test
    void decimal_inYamlOrInAMap_isAnInteger() {
        String yaml = "{apiVersion: gateway.networking.k8s.io/v1, kind: TCPRoute, metadata: {name: a}, "
                + "spec: {rules: [{backendRefs: [{name: a, port: 80.0}]}]}}";
        Map<String, Object> map = Map.of(
                "apiVersion",
                "gateway.networking.k8s.io/v1",
                "kind",
                "TCPRoute",
                "metadata",
                Map.of("name", "a"),
                "spec",
                Map.of("rules", List.of(Map.of("backendRefs", List.of(Map.of("name", "a", "port", 80.0))))));

        assertThat(errors(STANDARD, reader(STANDARD).readText(yaml))).isEmpty();
        assertThat(errors(STANDARD, reader(STANDARD).readMap(map))).isEmpty();
    }

    @Test
    void decimal_inALenientProfile_isAnInteger() {
        assertThat(errors(
                        ValidationProfile.LENIENT,
                        "HTTPRoute",
                        "{'rules': [{'backendRefs': [{'name': 'a', 'port': 80.0}]}]}"))
                .isEmpty();
    }
}
