// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.settings.MessageStyle;
import java.util.List;
import java.util.stream.Collectors;

/** Why references fail, in our words or in kgateway's. */
final class BackendRefTexts {
    private final MessageStyle style;

    BackendRefTexts(MessageStyle style) {
        this.style = style;
    }

    String notPermitted(ResourceKey target) {
        return style == MessageStyle.PLAIN
                ? "no ReferenceGrant in the namespace " + target.namespace() + " permits the reference to " + target
                : "missing reference grant";
    }

    String invalidKind(ResourceKey target) {
        return style == MessageStyle.PLAIN
                ? "the kind " + target.kind() + " of the group \"" + target.group()
                        + "\" is no backend (expected: Service of the group \"\", or Backend of the group "
                        + Backend.GROUP + ")"
                : "unknown backend kind";
    }

    String needsHttp(ResourceKey target, ResourceKey route) {
        return target + " works with HTTP only and cannot be used by a " + route.kind();
    }

    String portNotAllowed(ResourceKey target) {
        return "BackendRef to \"" + target.name()
                + "\" includes a port. Do not specify a port when referencing a Backend "
                + "resource, as it defines its own port configuration";
    }

    String notFound(ResourceKey target) {
        if (style == MessageStyle.PLAIN && target.name().isEmpty()) {
            return "it does not say which " + target.kind();
        }
        return style == MessageStyle.KGATEWAY_2_1
                ? target.kind() + " \"" + target.name() + "\" not found"
                : target + " not found";
    }

    String noSuchPort(ResourceKey target, int port, List<Integer> ports) {
        return target + " has no port " + port + " (its ports: "
                + ports.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    String unsupportedProtocol(ResourceKey target, int port, String appProtocol, ResourceKey route) {
        return "port " + port + " of " + target + " speaks " + appProtocol + ", which a " + route.kind() + " cannot";
    }

    String noDelegate(ResourceKey target) {
        return target.group() + "/" + target.kind() + "/" + target.namespace() + "/" + target.name()
                + ": unresolved reference";
    }

    String delegationCycle(ResourceKey target) {
        return "delegation to " + target + " leads back to this route";
    }
}
