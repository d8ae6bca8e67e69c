// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import java.util.Objects;

/** A credential. Shows itself to nobody who does not ask for {@link #clearText()}. */
public final class Token {
    /** What stands for a credential wherever one would be shown. */
    public static final String REDACTED = "[REDACTED]";

    private final String text;

    public Token(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** Returns the credential itself, for an SDS secret or, where a setting asks for it, endpoint metadata. */
    public String clearText() {
        return text;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
