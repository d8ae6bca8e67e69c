// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.gcp;

import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.spi.envoy.MetadataServer;
import java.util.List;

/** The settings of Google Cloud services. */
public final class GcpSettings {
    /** Whether the certificate of the service is verified; kgateway verifies none. */
    public static final Setting<Boolean> VERIFY_TLS = Setting.of("gcp.verify-tls", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether the certificate of the service must be for its host and lead to `core.upstream-trust`; else "
                            + "none is verified.");

    /** Whether the client's own credential is removed first, which the filter would send on where it gets no token. */
    public static final Setting<Boolean> STRIP_AUTHORIZATION = Setting.of("gcp.strip-authorization", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether the client's `Authorization` is removed before the token is added; else the service gets it "
                            + "whenever there is no token.");

    /** How many tokens, one for each audience, the proxy keeps; 0 makes it ask for one with each request. */
    public static final Setting<Integer> TOKEN_CACHE_SIZE = Setting.of(
                    "gcp.token-cache-size", MetadataServer.CACHE_SIZE, GcpSettings::parseSize)
            .kgateway(version -> 0)
            .describedAs(
                    "How many tokens the proxy keeps, one for each audience; 0: it asks the metadata server for one "
                            + "with each request.");

    /** Whether the service is spoken to in HTTP/2. */
    public static final Setting<Boolean> HTTP2 =
            Setting.of("gcp.http2", false).describedAs("Whether the service is spoken to in HTTP/2; else in HTTP/1.1.");

    /** Whether Envoy's own headers, one of which names the host that the client asked for, are kept from the service. */
    public static final Setting<Boolean> SUPPRESS_ENVOY_HEADERS = Setting.of("gcp.suppress-envoy-headers", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether the router is asked to keep its `x-envoy-` headers, one of which names the host that the "
                            + "client asked for, from the service.");

    /** Whether a host or an audience that can never work is refused, or only warned about. */
    public static final Setting<Boolean> REFUSE_UNUSABLE_VALUES = Setting.of("gcp.refuse-unusable-values", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether a `host` with a scheme, port or path, and an `audience` that does not fit into a URL, are "
                            + "refused; else they are warned about.");

    private GcpSettings() {}

    /** Returns all of them. */
    static List<Setting<?>> all() {
        return List.of(
                VERIFY_TLS,
                STRIP_AUTHORIZATION,
                TOKEN_CACHE_SIZE,
                HTTP2,
                SUPPRESS_ENVOY_HEADERS,
                REFUSE_UNUSABLE_VALUES);
    }

    private static Integer parseSize(String text) {
        try {
            int size = Integer.parseInt(text);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("'" + text + "' is not a size (expected: 0 or more)");
    }
}
