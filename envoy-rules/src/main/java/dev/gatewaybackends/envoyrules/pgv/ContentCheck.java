// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Judges a value that is a run of bytes on the wire: a string, bytes, or a message whose rules look at it as one value. */
@FunctionalInterface
interface ContentCheck {
    /**
     * Returns what is wrong with a value, null when nothing is.
     *
     * @throws IOException if the bytes are not what their type says
     */
    @Nullable
    String judge(byte[] bytes, int from, int length) throws IOException;
}
