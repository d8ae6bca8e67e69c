// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle itself, with a schema of our own. */
class ApiServerTest {
    private static final YAMLMapper MAPPER = new YAMLMapper();
    private static final String SCHEMA = """
            type: object
            required: [spec]
            properties:
              apiVersion: {type: string}
              kind: {type: string}
              metadata: {type: object}
              spec:
                type: object
                x-kubernetes-validations:
                - {rule: "!has(self.port) || self.port != 81", message: no 81}
                - {rule: "!has(self.__namespace__) || size(self.__namespace__) < 5", message: short namespace}
                - {rule: "!has(self.hosts) || self.hosts.all(h, h.limits.soft <= 10)", message: soft limit}
                - {rule: "!has(self.ip) || isIP(self.ip)", message: an address}
                - {rule: "!has(self.label) || format.dns1123Label().validate(self.label) == null", message: a label}
                - {rule: "self == oldSelf", message: immutable}
                properties:
                  port: {type: integer, format: int32, minimum: 1, maximum: 65535}
                  namespace: {type: string, maxLength: 6}
                  name: {type: string, pattern: "^[a-z]+$"}
                  ip: {type: string}
                  label: {type: string}
                  mode: {type: string, enum: [A, B]}
                  address: {type: string, oneOf: [{anyOf: [{format: ipv4}, {format: ipv6}]}, {enum: [none]}]}
                  tags: {type: array, x-kubernetes-list-type: set, maxItems: 2, items: {type: string}}
                  options: {type: object, additionalProperties: {type: string}}
                  hosts:
                    type: array
                    x-kubernetes-list-type: map
                    x-kubernetes-list-map-keys: [host, port]
                    items:
                      type: object
                      required: [host]
                      properties:
                        host: {type: string}
                        port: {type: integer, default: 80}
                        limits: {type: object, default: {}, properties: {soft: {type: integer, default: 7}}}
              status: {type: object, properties: {ready: {type: boolean}}}
            """;

    private static CrdVersion crd(String schema) {
        try {
            return new CrdVersion(Release.STANDARD, "example.net/v1", "Depot", true, true, MAPPER.readTree(schema));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode document(String rest) throws JsonProcessingException {
        return (ObjectNode)
                MAPPER.readTree("{apiVersion: example.net/v1, kind: Depot, metadata: {name: d}, " + rest + "}");
    }

    private static ApiServer.Verdict verdict(String rest) throws JsonProcessingException {
        return new ApiServer(crd(SCHEMA)).judge(document(rest));
    }

    @Test
    void storedForm_document_isPrunedFilledInAndWithoutStatus() throws JsonProcessingException {
        StoredForm stored = StoredForm.onCreate(
                crd(SCHEMA),
                document("spec: {mode: null, tags: [], x: null, options: {a: null, b: c}, hosts: [{host: h, y: {}}, "
                        + "{host: i, port: 81, limits: {soft: null}}]}, status: {z: 1}, top: 1"));

        assertThat(stored.object())
                .isEqualTo(document("spec: {tags: [], options: {b: c}, hosts: [{host: h, port: 80, limits: {soft: 7}}, "
                        + "{host: i, port: 81, limits: {soft: 7}}]}"));
        assertThat(stored.unknownFields()).containsExactly("spec.x", "spec.hosts[0].y", "status.z", "top");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port: 1",
                "port: 65535",
                "port: 80",
                "namespace: 😀😀😀😀",
                "name: a",
                "tags: [a, b]",
                "options: {a b: c}",
                "hosts: [{host: a}, {host: a, port: 81}]",
                "ip: '::1'",
                "label: null",
                "address: 192.0.2.10",
                "address: '::'",
                "address: none"
            })
    void judge_whatTheSchemaAllows_isAccepted(String spec) throws JsonProcessingException {
        ApiServer.Verdict verdict = verdict("spec: {" + spec + "}");

        assertThat(verdict.isAccepted()).as("%s", verdict).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port: 0               | minimum   | true",
                "port: 3000000000      | int32     | true",
                "port: '80'            | type      | false",
                "port: 80.5            | type      | false",
                "namespace: 😀😀😀😀😀😀😀 | maxLength | false",
                "name: \"a\\n\"        | pattern   | true",
                "mode: C               | enum      | false",
                "tags: [a, a]          | duplicate | true",
                "tags: [a, b, c]       | maxItems  | false",
                "tags: [null]          | type      | false",
                "hosts: [{}]           | required  | false",
                "hosts: [{host: a}, {host: a, port: 80}] | duplicate | true",
                "address: a            | format    | false"
            })
    void judge_whatTheSchemaDoesNotAllow_isRejectedAndMayBlockTheRules(String spec, String keyword, boolean checksRules)
            throws JsonProcessingException {
        ApiServer.Verdict verdict = verdict("spec: {" + spec + "}");

        assertThat(verdict.isAccepted()).isFalse();
        assertThat(verdict.faults()).anyMatch(fault -> fault.text().endsWith(": " + keyword));
        assertThat(verdict.checksRules()).isEqualTo(checksRules);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port: 81 | no 81",
                "port: 80.0 | no 81",
                "namespace: 😀😀😀😀😀 | short namespace",
                "hosts: [{host: a, limits: {soft: 11}}] | soft limit",
                "ip: '::ffff:192.0.2.10' | an address",
                "label: a | a label"
            })
    void judge_ruleThatFails_saysItsMessage(String spec, String message) throws JsonProcessingException {
        ApiServer.Verdict verdict = verdict("spec: {" + spec + "}");

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.messages()).containsExactly(message);
        assertThat(verdict.isAccepted()).isFalse();
    }

    @Test
    void apiServer_schemaWithAKeywordItDoesNotKnow_isRefused() {
        CrdVersion crd = crd("{type: object, properties: {a: {type: array, uniqueItems: true}}}");

        assertThatIllegalStateException().isThrownBy(() -> new ApiServer(crd)).withMessageContaining("uniqueItems");
    }

    @Test
    void documents_ofOneSeed_areTheSame() {
        CrdVersion crd = crd(SCHEMA);
        ObjectNode one = mutated(crd, 7);

        assertThat(mutated(crd, 7)).isEqualTo(one);
        assertThat(mutated(crd, 8)).isNotEqualTo(one);
    }

    private static ObjectNode mutated(CrdVersion crd, long seed) {
        Texts texts = new Texts();
        Choices choices = new Choices(seed);
        ObjectNode document = new DocumentGenerator(crd, choices, texts, true).document();
        new Mutator(crd, choices, texts).mutate(document);
        return document;
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, true, false, true",
        "010.0.0.1, true, false, false",
        "256.0.0.1, false, false, false",
        "::, false, true, true",
        "::ffff:192.0.2.10, true, true, false",
        "::ffff:c000:20a, false, true, false",
        "::ffff:010.0.0.1, true, false, false",
        "00001::192.0.2.10, true, false, false",
        "00001::, false, false, false",
        "1:2:3:4:5:6:7::, false, true, true",
        "1:2:3:4:5:6:7:8::, false, false, false",
        "1::2::3, false, false, false",
        "192.0.2.10::, false, false, false",
        "'', false, false, false"
    })
    void ipText_text_isReadAsGoDoes(String text, boolean ipv4, boolean ipv6, boolean ip) {
        assertThat(IpText.hasFormatIpv4(text)).isEqualTo(ipv4);
        assertThat(IpText.hasFormatIpv6(text)).isEqualTo(ipv6);
        assertThat(IpText.isIp(text)).isEqualTo(ip);
    }
}
