// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import java.util.Objects;

/** A credential. Shows itself to nobody who does not ask for {@link #clearText()}. */
final class Token {
    /** What stands for a credential wherever one would be shown. */
    static final String REDACTED = "[REDACTED]";

    private final String text;

    Token(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** Returns the credential itself, for an SDS secret or, where a setting asks for it, endpoint metadata. */
    String clearText() {
        return text;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
