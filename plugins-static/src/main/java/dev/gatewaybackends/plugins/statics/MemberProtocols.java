// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.spi.TranslationContext;
import org.jspecify.annotations.Nullable;

/** What the members of priority groups speak: one cluster speaks one protocol to all of its hosts. Not thread-safe. */
final class MemberProtocols {
    private final TranslationContext context;
    private final boolean used;
    private @Nullable String first;
    private boolean http2;
    private boolean webSocket;

    MemberProtocols(TranslationContext context) {
        this.context = context;
        this.used = context.settings().get(PriorityGroupsSettings.USE_APP_PROTOCOL);
    }

    /** Adds what a member speaks, and reports it where that cannot be, or is not, taken into account. */
    void add(String name, @Nullable AppProtocol protocol, FieldPath path) {
        if (!used) {
            if (protocol != null) {
                context.warning(
                        path,
                        Reason.INVALID,
                        backend(name) + " has the appProtocol " + protocol
                                + ", which priority groups ignore: the cluster speaks HTTP/1.1");
            }
            return;
        }
        boolean speaksHttp2 = protocol != null && protocol.isHttp2();
        if (first == null) {
            first = name;
            http2 = speaksHttp2;
        } else if (speaksHttp2 != http2) {
            context.error(
                    path,
                    Reason.INVALID,
                    backend(name) + " speaks " + version(speaksHttp2) + " and " + backend(first) + " speaks "
                            + version(http2) + " (expected: members whose appProtocol means the same)");
        }
        webSocket |= protocol != null && !protocol.isHttp2();
    }

    private String backend(String name) {
        return "Backend " + context.namespace() + "/" + name;
    }

    private static String version(boolean isHttp2) {
        return isHttp2 ? "HTTP/2" : "HTTP/1.1";
    }

    /** Returns whether the cluster speaks HTTP/2. */
    boolean isHttp2() {
        return http2;
    }

    /** Returns whether routes to the cluster must allow the upgrade to WebSocket. */
    boolean isWebSocket() {
        return webSocket;
    }
}
