// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Checks a length-delimited value: a string, bytes, or a message whose rules concern it as a whole. */
@FunctionalInterface
interface ContentCheck {
    /**
     * Returns the violation of a value, null if there is none.
     *
     * @throws IOException if the bytes are malformed
     */
    @Nullable
    String judge(byte[] bytes, int from, int length) throws IOException;
}
