// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.gcp;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.spi.envoy.HostNames;
import org.jspecify.annotations.Nullable;

/** What the CRD lets through although no request can succeed with it. */
final class GcpRules {
    private static final String HOST = "host";
    private static final String AUDIENCE = "audience";

    private GcpRules() {}

    static void check(GcpBackend source, ValidationContext context) {
        report(HOST, HostNames.problem(source.host()), context);
        if (source.audience() != null) {
            report(AUDIENCE, problem(source.audience()), context);
        }
    }

    private static void report(String field, @Nullable String problem, ValidationContext context) {
        if (problem == null) {
            return;
        }
        FieldPath path = context.path().field(field);
        if (context.settings().get(GcpSettings.REFUSE_UNUSABLE_VALUES)) {
            context.error(path, Reason.INVALID, problem);
        } else {
            context.warning(path, Reason.INVALID, problem);
        }
    }

    /** Envoy puts the audience into the metadata server's URL as it is. */
    private static @Nullable String problem(String audience) {
        for (int i = 0; i < audience.length(); i++) {
            char c = audience.charAt(i);
            if (c <= ' ' || c > '~' || c == '&' || c == '#') {
                return "it does not fit into the URL by which the proxy asks for a token (expected: visible ASCII "
                        + "characters other than & and #)";
            }
        }
        return null;
    }
}
