// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a path is changed. Mirrors {@code HTTPPathModifierType}. */
public enum HttpPathModifierType {
    /** The whole path is replaced. */
    REPLACE_FULL_PATH("ReplaceFullPath"),
    /** The prefix that matched is replaced. */
    REPLACE_PREFIX_MATCH("ReplacePrefixMatch");

    private final String literal;

    HttpPathModifierType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
