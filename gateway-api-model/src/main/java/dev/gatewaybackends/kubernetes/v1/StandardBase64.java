// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.v1;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Base64 in the form that the API server reads: with padding; line breaks are ignored. */
final class StandardBase64 {
    private StandardBase64() {}

    /** Returns the decoded bytes; null if the text is null or not Base64. */
    static byte @Nullable [] decode(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String oneLine = text.replace("\r", "").replace("\n", "");
        if (oneLine.length() % 4 != 0) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(oneLine);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
