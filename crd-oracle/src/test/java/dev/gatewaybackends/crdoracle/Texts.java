// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Texts for the strings of documents: some that a schema allows, and odd ones. */
final class Texts {
    /** One at least for each pattern of a CRD. */
    private static final List<String> USUAL = List.of(
            "a",
            "b",
            "web",
            "parcels",
            "Service",
            "Gateway",
            "ListenerSet",
            "Secret",
            "ConfigMap",
            "Backend",
            "parcels.example.net",
            "tracking.parcels.example.net",
            "*.example.net",
            "localhost",
            "192.0.2.10",
            "2001:db8::10",
            "::ffff:192.0.2.10",
            "gateway.networking.k8s.io",
            "gateway.kgateway.dev",
            "HTTP",
            "HTTPS",
            "TLS",
            "TCP",
            "UDP",
            "IPAddress",
            "Hostname",
            "NamedAddress",
            "System",
            "example.net/gateway",
            "example.net/Parcel",
            "/",
            "/parcels",
            "/parcels/%2Fx",
            "/parcels/../x",
            "/parcels/%20",
            "0s",
            "1s",
            "10s",
            "100ms",
            "1000ms",
            "1h",
            "1h1s",
            "99999h99999h",
            "*",
            "http://parcels.example.net",
            "https://*.example.net:8443",
            "https://parcels.example.net/certs?x=1",
            "parcels.Tracking",
            "Accept",
            "x-parcel",
            "X-Parcel",
            "v1",
            "$LATEST",
            "7",
            "000000000000",
            "eu-central-1",
            "arn:aws:iam::000000000000:role/parcels",
            "arn:aws:iam::000000000000:role/parcels/x",
            "2026-01-01T00:00:00Z",
            "Accepted",
            "True",
            "not a name",
            "text, with spaces and\ttabs",
            "");

    private static final List<String> ODD = List.of(
            "",
            " ",
            "a\n",
            "parcels.example.net\n",
            "10s\n",
            "a b",
            "A",
            "-a",
            "a-",
            "a_b",
            "a..b",
            "a.",
            ".a",
            "a/b",
            "a/b/c",
            "!!a.b/c",
            "fooIPAddressbar",
            "Hostnamex",
            "//",
            "/a/./b",
            "/a/..",
            "/a/.",
            "/a//b",
            "/a#b",
            "/a?b",
            "/%2f",
            "/%zz",
            "**",
            "*.",
            "*a.example.net",
            "a.*.example.net",
            "*.192.0.2.10",
            "*.*.example.net",
            "999.0.2.10",
            "010.0.0.1",
            "::",
            "::1",
            "fe80::1%eth0",
            "[::1]",
            "1:2:3:4:5:6:7:8:9",
            "::ffff:010.0.0.1",
            "00001::",
            "00001::192.0.2.10",
            "0",
            "1",
            "1.5s",
            "-1s",
            "1d",
            "1m1",
            "1h1h1h1h1h",
            "000001s",
            "01s",
            "61m",
            "3600s",
            "3601s",
            "3600000ms",
            "3600001ms",
            "59m60s",
            "1h0ms",
            "1h1ms",
            "0h0m0s0ms",
            "00000h",
            "100000h",
            "99999h99999m99999s99999ms",
            "999ms",
            "ftp://parcels.example.net",
            "https://parcels.example.net:123456",
            "https:/parcels.example.net",
            "https://parcels.example.net/x?y=1#z",
            "https://",
            "a.cluster.local",
            ".cluster.local",
            "system",
            "Http",
            "GET",
            "null",
            "true",
            "münchen",
            "İ",
            "ſ",
            "K",
            "a\u00a0b",
            "a\u0000b",
            "a\u2028",
            "\ud83d\ude00",
            "x\r\ny",
            "\"",
            "\\",
            "1a",
            "_a",
            "a.b.c",
            ".a.b",
            "a..B");

    /** What maximal lengths are filled with. */
    private static final List<String> FILLERS = List.of("a", "7", "é", "\ud83d\ude00", "/", "a.");

    private final IdentityHashMap<JsonNode, List<JsonNode>> inSchema = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, List<JsonNode>> allowed = new IdentityHashMap<>();

    /** Returns texts that the schema allows, if not its rules. */
    List<JsonNode> inSchema(JsonNode schema) {
        return inSchema.computeIfAbsent(schema, Texts::choose);
    }

    /** Returns usual texts that the schema and its rules allow. */
    List<JsonNode> allowed(JsonNode schema) {
        return allowed.computeIfAbsent(
                schema,
                key -> some(
                        inSchema(key).stream()
                                .filter(text -> schema.has("enum") || USUAL.contains(text.textValue()))
                                .filter(text -> CelRules.hold(key, text))
                                .toList(),
                        key));
    }

    /** Returns a text that may be anything. */
    String any(Choices choices) {
        return choices.one(choices.oneIn(3) ? USUAL : ODD);
    }

    /** Returns a text of so many code points. */
    String ofLength(int length, Choices choices) {
        String filler = choices.one(FILLERS);
        String text = filler.repeat(length);
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static List<JsonNode> choose(JsonNode schema) {
        List<JsonNode> found = new ArrayList<>();
        if (schema.has("enum")) {
            schema.get("enum").forEach(found::add);
            return found;
        }
        Pattern pattern = Pattern.compile(schema.path("pattern").asText(""));
        boolean isTime = schema.path("format").asText().equals("date-time");
        for (String text :
                Stream.concat(USUAL.stream(), ODD.stream()).distinct().toList()) {
            int length = text.codePointCount(0, text.length());
            if (pattern.matcher(text).find()
                    && length >= schema.path("minLength").asInt(0)
                    && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                    && (!isTime || text.startsWith("2026-"))) {
                found.add(TextNode.valueOf(text));
            }
        }
        return some(found, schema);
    }

    private static List<JsonNode> some(List<JsonNode> found, JsonNode schema) {
        if (found.isEmpty()) {
            throw new IllegalStateException("there is no text among these that this allows: " + schema);
        }
        return found;
    }
}
