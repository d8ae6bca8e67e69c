// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.spi.envoy.HostNames;
import dev.gatewaybackends.spi.envoy.IpAddresses;
import java.util.List;

/** What the CRD lets through in a host although no proxy can use it. */
final class HostRules {
    private static final int MAX_PORT = 65_535;
    /** kgateway's text. */
    private static final String NO_PORT = "port cannot be empty for host";

    private HostRules() {}

    /**
     * Reports ports that Envoy refuses as errors, and host names that Envoy takes and can never resolve as warnings.
     *
     * <p>In kgateway's wording the first host without a port is the one error, because kgateway's status names just that.
     */
    static void check(List<Host> hosts, ValidationContext context) {
        FieldPath path = context.path().field("hosts");
        boolean kgatewayWording = context.settings().get(CoreSettings.MESSAGE_STYLE) != MessageStyle.PLAIN;
        boolean truncates = context.settings().get(StaticSettings.TRUNCATE_AT_BAD_HOST);
        boolean unbracket = context.settings().get(StaticSettings.IPV6_IN_BRACKETS);
        int withoutPort = kgatewayWording ? firstWithoutPort(hosts) : -1;
        if (withoutPort >= 0 && !truncates) {
            context.error(path.item(withoutPort).field("port"), Reason.INVALID, NO_PORT);
            return;
        }
        for (int i = 0; i < hosts.size(); i++) {
            Host host = hosts.get(i);
            FieldPath port = path.item(i).field("port");
            if (host.port() == 0 && truncates) {
                context.warning(port, Reason.INVALID, NO_PORT + "; this and the hosts after it are left out");
                return;
            }
            if (host.port() < 1 || host.port() > MAX_PORT) {
                context.error(
                        port, Reason.INVALID, host.port() + " is not a valid port (expected: 1 to " + MAX_PORT + ")");
            }
            String problem = HostNames.problem(unbracket ? withoutBrackets(host.host()) : host.host());
            if (problem != null) {
                context.warning(path.item(i).field("host"), Reason.INVALID, problem);
            }
        }
    }

    /** Returns the index of the first host without a port, or -1. */
    static int firstWithoutPort(List<Host> hosts) {
        for (int i = 0; i < hosts.size(); i++) {
            if (hosts.get(i).port() == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Returns {@code ::1} for {@code [::1]}, and every other text as it is. */
    static String withoutBrackets(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            String inner = host.substring(1, host.length() - 1);
            return inner.indexOf(':') >= 0 && IpAddresses.isIp(inner) ? inner : host;
        }
        return host;
    }
}
