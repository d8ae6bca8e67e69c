// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.settings.MessageStyle;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an AWS principal, as a Secret holds them. Immutable.
 *
 * <p>Neither {@link #toString()} nor {@link #problems} shows a value, not even partly; the accessors return them as they
 * are: keep them out of messages.
 */
public final class AwsKeys {
    /** One of the values. */
    enum Part {
        ACCESS_KEY("accessKey", "access_key"),
        SECRET_KEY("secretKey", "secret_key"),
        SESSION_TOKEN("sessionToken", "session_key");

        private final String key;
        private final String kgatewayName;

        Part(String key, String kgatewayName) {
            this.key = key;
            this.kgatewayName = kgatewayName;
        }
    }

    /** What is wrong with one of the values. */
    record Problem(Part part, String found, boolean unreadable) {
        String plainText() {
            return part.key + " " + found;
        }

        String kgatewayText() {
            return part.kgatewayName + (unreadable ? " is not a valid string" : " " + found);
        }
    }

    private final String accessKey;
    private final String secretKey;
    private final String sessionToken;
    private final List<Problem> problems;

    private AwsKeys(String accessKey, String secretKey, String sessionToken, List<Problem> problems) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.sessionToken = sessionToken;
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads the values under {@code accessKey}, {@code secretKey} and {@code sessionToken}, of which the last one may be
     * missing.
     *
     * @param trimmed whether they lose the white space around them and are then checked; see
     *     {@link SigningSettings#TRIM_SECRET_VALUES}
     */
    public static AwsKeys of(Secret secret, boolean trimmed) {
        List<Problem> problems = new ArrayList<>(0);
        return new AwsKeys(
                read(secret, Part.ACCESS_KEY, trimmed, problems),
                read(secret, Part.SECRET_KEY, trimmed, problems),
                read(secret, Part.SESSION_TOKEN, trimmed, problems),
                problems);
    }

    private static String read(Secret secret, Part part, boolean trimmed, List<Problem> problems) {
        byte[] bytes = secret.value(part.key);
        boolean optional = part == Part.SESSION_TOKEN;
        if (bytes == null) {
            boolean absent = !secret.data().containsKey(part.key);
            if (!optional || !absent) {
                problems.add(new Problem(part, absent ? "is missing" : "is not Base64", true));
            }
            return "";
        }
        String text = decode(bytes);
        if (text == null) {
            problems.add(new Problem(part, "is not UTF-8 text", true));
            return "";
        }
        String value = trimmed ? text.strip() : text;
        if (value.isEmpty() && !optional) {
            problems.add(new Problem(part, "is empty", false));
        }
        if (trimmed && !value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            problems.add(new Problem(part, "holds a character that no AWS key has", false));
        }
        return value;
    }

    private static @Nullable String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Returns whether every value is there and can be one. */
    public boolean isUsable() {
        return problems.isEmpty();
    }

    /** Returns what is wrong, one text for each thing, in the words of a style. */
    public List<String> problems(MessageStyle style) {
        return problems.stream()
                .map(style == MessageStyle.PLAIN ? Problem::plainText : Problem::kgatewayText)
                .toList();
    }

    /** Returns the access key ID; empty if there is none. */
    public String accessKey() {
        return accessKey;
    }

    /** Returns the secret access key; empty if there is none. */
    public String secretKey() {
        return secretKey;
    }

    /** Returns the session token; empty if there is none. */
    public String sessionToken() {
        return sessionToken;
    }

    /** Returns nothing of the values. */
    @Override
    public String toString() {
        return problems.isEmpty() ? "AwsKeys[hidden]" : "AwsKeys" + problems(MessageStyle.PLAIN);
    }
}
