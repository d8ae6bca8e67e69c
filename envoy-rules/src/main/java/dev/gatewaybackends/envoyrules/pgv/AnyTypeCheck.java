// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the type of an Any. Messages do not show the type found: it is untrusted text. */
final class AnyTypeCheck implements ContentCheck {
    private final List<String> in;
    private final List<String> notIn;

    AnyTypeCheck(List<String> in, List<String> notIn) {
        this.in = in;
        this.notIn = notIn;
    }

    @Override
    public @Nullable String judge(byte[] bytes, int from, int length) throws IOException {
        String typeUrl = AnyView.read(bytes, from, length).typeUrl();
        if (!in.isEmpty() && !in.contains(typeUrl)) {
            return "its type is none of " + String.join(", ", in);
        }
        return notIn.contains(typeUrl) ? "its type is not allowed" : null;
    }
}
