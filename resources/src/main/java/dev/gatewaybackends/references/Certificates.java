// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.kubernetes.v1.ConfigMap;
import dev.gatewaybackends.kubernetes.v1.Secret;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether Secrets and ConfigMaps hold the certificates and keys that references to them expect. */
final class Certificates {
    private static final String CERTIFICATE = "tls.crt";
    private static final String KEY = "tls.key";
    private static final String AUTHORITY = "ca.crt";
    private static final String CERTIFICATE_LABEL = "CERTIFICATE";
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN " + CERTIFICATE_LABEL + "-----");
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,64})-----([^-]*)-----END \\1-----");

    private Certificates() {}

    /** Returns what keeps a Secret from being a certificate and its key; null if nothing does. */
    static @Nullable String pairProblem(Secret secret) {
        if (!holdsCertificates(text(secret, CERTIFICATE))) {
            return "no PEM certificate under the key " + CERTIFICATE;
        }
        return holdsPrivateKey(text(secret, KEY)) ? null : "no PEM private key under the key " + KEY;
    }

    /** Returns what keeps a Secret from being certificates of authorities; null if nothing does. */
    static @Nullable String authorityProblem(Secret secret) {
        return authorityProblem(text(secret, AUTHORITY));
    }

    /** Returns what keeps a ConfigMap from being certificates of authorities; null if nothing does. */
    static @Nullable String authorityProblem(ConfigMap map) {
        String text = map.data().get(AUTHORITY);
        return authorityProblem(text == null ? "" : text);
    }

    private static @Nullable String authorityProblem(String text) {
        return holdsCertificates(text) ? null : "no PEM certificate under the key " + AUTHORITY;
    }

    private static String text(Secret secret, String key) {
        byte[] value = secret.value(key);
        return value == null ? "" : new String(value, StandardCharsets.ISO_8859_1);
    }

    /** Blocks of another kind are passed over, as Envoy does; every certificate that begins has to be one. */
    private static boolean holdsCertificates(String text) {
        Matcher blocks = BLOCK.matcher(text);
        long found = 0;
        while (blocks.find()) {
            if (blocks.group(1).equals(CERTIFICATE_LABEL)) {
                byte[] der = decoded(blocks.group(2));
                if (der == null || !isCertificate(der)) {
                    return false;
                }
                found++;
            }
        }
        return found > 0 && found == BEGIN.matcher(text).results().count();
    }

    private static boolean holdsPrivateKey(String text) {
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            if (blocks.group(1).endsWith("PRIVATE KEY")) {
                return decoded(blocks.group(2)) != null;
            }
        }
        return false;
    }

    private static boolean isCertificate(byte[] der) {
        try {
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return bytes.length == 0 ? null : bytes;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
