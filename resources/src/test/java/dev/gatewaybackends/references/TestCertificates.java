// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A self-signed certificate whose key nobody kept, and a key that is none. */
final class TestCertificates {
    /** {@code CN=test only}, until 2126. */
    static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBgDCCASWgAwIBAgIUWnEgihVbwSgsb3XzG+2XCOkpA48wCgYIKoZIzj0EAwIw
            FDESMBAGA1UEAwwJdGVzdCBvbmx5MCAXDTI2MTEyNDIwNTY1MloYDzIxMjYxMDMx
            MjA1NjUyWjAUMRIwEAYDVQQDDAl0ZXN0IG9ubHkwWTATBgcqhkjOPQIBBggqhkjO
            PQMBBwNCAATq/ngH0lMp/OK7xEhFyjRTVDSPIXr/kZsBZwOs6NIHwvub9TaA9WKF
            acW7kqMnxsUxgeWsZiCZ0SBcYRDHBi0Ao1MwUTAdBgNVHQ4EFgQUcGz6/p9jqf02
            sX1pvdK6Kbal4QgwHwYDVR0jBBgwFoAUcGz6/p9jqf02sX1pvdK6Kbal4QgwDwYD
            VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAx1j+jR855/69qkAxwEux
            YCCKGwtaXCsHYselPpqy9B8CIQD0BgzcmUPPJ6EyXxgIpAAAggzn71qj+nn2Zv42
            Pk82bQ==
            -----END CERTIFICATE-----
            """;

    static final String KEY = block("PRIVATE KEY", "no key, for tests only");

    private TestCertificates() {}

    /** A PEM block with any content. */
    static String block(String label, String content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "\n-----END " + label
                + "-----\n";
    }

    static String tlsSecret(String namespace, String name, String certificate, String key) {
        return secret(namespace, name, "tls.crt: " + base64(certificate) + ", tls.key: " + base64(key));
    }

    static String authoritySecret(String namespace, String name, String authority) {
        return secret(namespace, name, "ca.crt: " + base64(authority));
    }

    private static String secret(String namespace, String name, String data) {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: %s, namespace: %s}
                data: {%s}
                """.formatted(name, namespace, data);
    }

    static String authorityMap(String namespace, String name, String authority) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s, namespace: %s}
                data: {ca.crt: "%s"}
                """.formatted(name, namespace, authority.replace("\n", "\\n"));
    }

    private static String base64(String text) {
        return text.isEmpty() ? "''" : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
