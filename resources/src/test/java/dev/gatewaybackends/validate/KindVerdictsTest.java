// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the verdicts on the kinds of the Gateway API depend on beyond the constraints of their records. */
class KindVerdictsTest {
    private static final String NOT_CHECKED =
            ": Invalid value: null: some validation rules were not checked because the "
                    + "object was invalid; correct the existing errors to complete validation";

    /** Of a resource that is JSON text, with apostrophes for quotes. */
    private static List<String> jsonErrors(Channel channel, String kind, String spec) {
        return errors(
                channel,
                ("{'apiVersion': 'gateway.networking.k8s.io/v1', 'kind': '" + kind
                                + "', 'metadata': {'name': 'a'}, 'spec': " + spec + "}")
                        .replace('\'', '"'));
    }

    private static List<String> errors(Channel channel, String version, String kind, String spec) {
        return errors(
                channel,
                "{apiVersion: gateway.networking." + version + ", kind: " + kind + ", metadata: {name: a}, spec: "
                        + spec + "}");
    }

    private static List<String> errors(Channel channel, String text) {
        ValidationProfile profile = ValidationProfile.of(channel, KgatewayVersion.MAIN);
        ResourceReader reader = ResourceReader.builder()
                .plugins(PluginRegistry.of())
                .profile(profile)
                .build();
        ResourceValidator validator = ResourceValidator.builder()
                .plugins(PluginRegistry.of())
                .profile(profile)
                .build();
        return validator.validate(reader.readText(text)).verdicts().get(0).errors().stream()
                .map(error -> error.path() + ": " + error.message())
                .toList();
    }

    private static List<String> errors(String kind, String spec) {
        return errors(Channel.EXPERIMENTAL, "k8s.io/v1", kind, spec);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCPRoute", "UDPRoute"})
    void rules_ofAConnectionRoute_areOneInV1AndUpTo16InV1Alpha2(String kind) {
        String rule = "{name: x, backendRefs: [{name: a, port: 1}]}";
        String two = "{rules: [" + rule + ", " + rule.replace("x", "y") + "]}";
        String same = "{rules: [" + rule + ", " + rule + "]}";

        assertThat(errors(kind, same))
                .containsExactly("spec.rules: Too many: 2: must have at most 1 items", NOT_CHECKED);
        assertThat(errors(Channel.EXPERIMENTAL, "k8s.io/v1alpha2", kind, two)).isEmpty();
        assertThat(errors(Channel.EXPERIMENTAL, "k8s.io/v1alpha2", kind, same))
                .containsExactly("spec.rules: Invalid value: Rule name must be unique within the route");
    }

    @Test
    void hostnames_ofATlsRoute_areRequiredExceptInV1Alpha2() {
        String spec = "{rules: [{backendRefs: [{name: a, port: 1}]}]}";

        assertThat(errors("TLSRoute", spec)).containsExactly("spec.hostnames: Required value", NOT_CHECKED);
        assertThat(errors(Channel.EXPERIMENTAL, "k8s.io/v1alpha3", "TLSRoute", spec))
                .hasSize(2);
        assertThat(errors(Channel.EXPERIMENTAL, "k8s.io/v1alpha2", "TLSRoute", spec))
                .isEmpty();
    }

    @Test
    void address_thatIsNone_blocksTheRules() {
        String gateway = "{gatewayClassName: c, listeners: [{name: a, port: 1, protocol: TLS}], addresses: [{value: ";

        assertThat(errors("Gateway", gateway + "1.2.3}]}"))
                .containsExactly(
                        "spec.addresses[0].value: Invalid value: \"1.2.3\": spec.addresses[0].value in body must be of type "
                                + "ipv4 or ipv6: \"1.2.3\"",
                        NOT_CHECKED);
        assertThat(errors("Gateway", gateway + "1.2.3.4}]}"))
                .containsExactly("spec.listeners: Invalid value: tls mode must be set for protocol TLS");
    }

    @Test
    void listeners_withOneNameTwice_areReportedAsKeyAndByTheRule() {
        String listeners = "listeners: [{name: a, port: 1, protocol: HTTP}, {name: a, port: 2, protocol: HTTP}]";
        List<String> expected = List.of(
                "spec.listeners: Invalid value: Listener name must be unique within the Gateway",
                "spec.listeners[1]: Duplicate value");

        assertThat(errors("Gateway", "{gatewayClassName: c, " + listeners + "}"))
                .isEqualTo(expected);
        assertThat(errors("ListenerSet", "{parentRef: {name: gw}, " + listeners + "}"))
                .isEqualTo(expected);
    }

    @Test
    void fieldNames_thatJavaCannotHave_areThoseOfTheCrd() {
        assertThat(errors(
                        "Gateway",
                        "{gatewayClassName: c, listeners: [{name: a, port: 1, protocol: HTTP}], "
                                + "tls: {frontend: {default: {validation: {caCertificateRefs: []}}}}}"))
                .containsExactly(
                        "spec.tls.frontend.default.validation.caCertificateRefs: Invalid value: 0: "
                                + "spec.tls.frontend.default.validation.caCertificateRefs in body should have at least 1 items");
        assertThat(errors(
                        "BackendTLSPolicy",
                        "{targetRefs: [{group: '', kind: Service, name: a}], "
                                + "validation: {hostname: a, wellKnownCACertificates: system}}"))
                .singleElement()
                .asString()
                .startsWith("spec.validation.wellKnownCACertificates: Invalid value: \"system\"");
    }

    @Test
    void number_beyond32Bits_isReportedAndStillThereForTheRules() {
        assertThat(
                        errors(
                                "GRPCRoute",
                                "{rules: [{backendRefs: [{name: a, port: 99999999999}], filters: [{type: RequestMirror, "
                                        + "requestMirror: {backendRef: {name: a, port: 1}, fraction: {numerator: 3000000000}}}]}]}"))
                .containsExactly(
                        "spec.rules[0].backendRefs[0].port: Invalid value: \"\": Checked value must be of type integer with "
                                + "format int32 in spec.rules[0].backendRefs[0].port",
                        "spec.rules[0].filters[0].requestMirror.fraction.numerator: Invalid value: \"\": Checked value must be "
                                + "of type integer with format int32 in "
                                + "spec.rules[0].filters[0].requestMirror.fraction.numerator",
                        "spec.rules[0].backendRefs[0].port: Invalid value: 99999999999: "
                                + "spec.rules[0].backendRefs[0].port in body should be less than or equal to 65535",
                        "spec.rules[0].filters[0].requestMirror.fraction: Invalid value: numerator must be less than or "
                                + "equal to denominator");
    }

    @Test
    void number_thatIsNoInteger_isReportedByTypeAndFormatAndLimit() {
        assertThat(errors("HTTPRoute", "{rules: [{backendRefs: [{name: a, port: 1e30}, {name: a, port: 0.5}]}]}"))
                .containsExactly(
                        ofPort(0, "\"float64\": PORT in body must be of type int32: \"float64\""),
                        ofPort(0, "\"\": Checked value must be of type integer with format int32 in PORT"),
                        ofPort(1, "\"float64\": PORT in body must be of type int32: \"float64\""),
                        ofPort(1, "\"\": Checked value must be of type integer with format int32 in PORT"),
                        ofPort(0, "1e+30: PORT in body should be less than or equal to 65535"),
                        ofPort(1, "0.5: PORT in body should be greater than or equal to 1"),
                        NOT_CHECKED);
    }

    private static String ofPort(int backend, String text) {
        String port = "spec.rules[0].backendRefs[" + backend + "].port";
        return port + ": Invalid value: " + text.replace("PORT", port);
    }

    @Test
    void number_inAFieldWithoutFormat_isReportedWithoutOne() {
        assertThat(errors("HTTPRoute", "{rules: [{retry: {codes: [1.5, 3000000000], attempts: true}}]}"))
                .containsExactly(
                        "spec.rules[0].retry.codes[0]: Invalid value: \"number\": spec.rules[0].retry.codes[0] in body must be "
                                + "of type integer: \"number\"",
                        "spec.rules[0].retry.codes[0]: Invalid value: \"\": Checked value must be of type integer (default "
                                + "format) in spec.rules[0].retry.codes[0]",
                        "spec.rules[0].retry.attempts: Invalid value: \"boolean\": spec.rules[0].retry.attempts in body must "
                                + "be of type integer: \"boolean\"",
                        "spec.rules[0].retry.codes[0]: Invalid value: 1.5: spec.rules[0].retry.codes[0] in body should be "
                                + "greater than or equal to 400",
                        "spec.rules[0].retry.codes[1]: Invalid value: 3000000000: spec.rules[0].retry.codes[1] in body should "
                                + "be less than or equal to 599",
                        NOT_CHECKED);
    }

    @Test
    void limit_besideANumberThatIsAFloat_isWrittenAsOne() {
        assertThat(jsonErrors(
                        Channel.STANDARD,
                        "TCPRoute",
                        "{'rules': [{'backendRefs': [{'name': 'a', 'port': 1, 'weight': 2e6}, "
                                + "{'name': 'a', 'port': 1, 'weight': 2000000}]}]}"))
                .containsExactly(
                        "spec.rules[0].backendRefs[0].weight: Invalid value: 2e+06: spec.rules[0].backendRefs[0].weight in "
                                + "body should be less than or equal to 1e+06",
                        "spec.rules[0].backendRefs[1].weight: Invalid value: 2000000: spec.rules[0].backendRefs[1].weight in "
                                + "body should be less than or equal to 1000000");
    }

    @Test
    void codes_thatAreEqualOnlyHere_areNoDuplicates() {
        String route = "{'rules': [{'retry': {'codes': [500, CODE]}}]}";

        assertThat(jsonErrors(Channel.EXPERIMENTAL, "HTTPRoute", route.replace("CODE", "500.0")))
                .isEmpty();
        assertThat(jsonErrors(Channel.EXPERIMENTAL, "HTTPRoute", route.replace("CODE", "500.0, 5e2")))
                .containsExactly("spec.rules[0].retry.codes[1]: Duplicate value");
    }
}
