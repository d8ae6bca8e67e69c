// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.plugins.ai.model.AiEntry;
import dev.gatewaybackends.plugins.ai.model.SingleAuthToken;
import dev.gatewaybackends.plugins.ai.model.Token;
import dev.gatewaybackends.plugins.ai.provider.HttpSyntax;
import dev.gatewaybackends.plugins.ai.settings.AiReasons;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.spi.TranslationContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the tokens of entries. No message names a token, or says anything about its text. */
final class TokenReader {
    /** The key under which a Secret holds a token. */
    static final String KEY = "Authorization";

    private static final String BEARER = "Bearer ";
    /** kgateway's text; the name in it is historical. */
    private static final String KGATEWAY_INVALID = "access_key is not a valid string";

    private final TranslationContext context;
    private final Map<AiEntry, @Nullable Token> cleaned = new HashMap<>();

    TokenReader(TranslationContext context) {
        this.context = context;
    }

    /** Returns the token of an entry as kgateway writes it, empty for the client's own; null if an error was reported. */
    @Nullable
    Token asKgateway(AiEntry entry) {
        Token token = read(entry);
        if (token != null && HttpSyntax.hasControls(withoutLineEnds(token.clearText()))) {
            report(entry, "not one line of text");
            return null;
        }
        return token;
    }

    private @Nullable Token read(AiEntry entry) {
        SingleAuthToken token = Objects.requireNonNull(entry.config().authToken(), "authToken");
        return switch (token.kind()) {
            case INLINE -> new Token(Objects.requireNonNull(token.inline(), "inline"));
            case SECRET_REF -> fromSecret(entry, secretName(token));
            case PASSTHROUGH -> new Token("");
        };
    }

    /**
     * Returns the token of an entry without what does not belong to it; null if an error was reported. However often it is
     * asked for, it is looked up and reported once.
     */
    @Nullable
    Token cleaned(AiEntry entry) {
        if (!cleaned.containsKey(entry)) {
            cleaned.put(entry, clean(entry));
        }
        return cleaned.get(entry);
    }

    private @Nullable Token clean(AiEntry entry) {
        Token token = read(entry);
        if (token == null) {
            return null;
        }
        String text = withoutBearer(token.clearText());
        String trimmed = withoutLineEnds(text);
        if (trimmed.length() < text.length()) {
            context.info(entry.tokenPath(), AiReasons.SECRET_INVALID, "the line end after the token is left out");
        }
        if (trimmed.isBlank() || HttpSyntax.hasControls(trimmed)) {
            report(entry, trimmed.isBlank() ? "empty" : "not one line of text");
            return null;
        }
        return new Token(trimmed);
    }

    private void report(AiEntry entry, String found) {
        context.error(
                entry.tokenPath(),
                AiReasons.SECRET_INVALID,
                "the token is " + found + " (expected: one line, the key alone)");
    }

    static String secretName(SingleAuthToken token) {
        return Objects.requireNonNull(token.secretRef(), "secretRef").name();
    }

    private @Nullable Token fromSecret(AiEntry entry, String name) {
        FieldPath path = entry.tokenPath().field("secretRef").field("name");
        Secret secret = context.secret(name, path);
        if (secret == null) {
            return null;
        }
        String text = text(secret.value(KEY));
        if (text == null || text.isEmpty()) {
            boolean plain = context.settings().get(CoreSettings.MESSAGE_STYLE) == MessageStyle.PLAIN;
            context.error(
                    path,
                    AiReasons.SECRET_INVALID,
                    plain
                            ? "Secret " + context.namespace() + "/" + name + " has no text under the key \"" + KEY
                                    + "\" (expected: that key, spelled like this)"
                            : KGATEWAY_INVALID);
            return null;
        }
        return new Token(withoutBearer(text));
    }

    private static String withoutBearer(String text) {
        return text.startsWith(BEARER) ? text.substring(BEARER.length()) : text;
    }

    private static String withoutLineEnds(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
