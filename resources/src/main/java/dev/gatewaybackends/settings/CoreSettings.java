// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.settings;

import dev.gatewaybackends.schema.KgatewayVersion;
import java.util.List;

/** The settings that more than one Backend type, or no type in particular, depends on. */
public final class CoreSettings {
    /** Which addresses of a DNS name the proxy uses; kgateway's {@code KGW_DNS_LOOKUP_FAMILY}. */
    public static final Setting<DnsLookupFamily> DNS_LOOKUP_FAMILY = Setting.of(
                    "core.dns-lookup-family", DnsLookupFamily.V4_PREFERRED)
            .describedAs("Which addresses of a DNS name the proxy uses.");

    /** Where the proxy finds the certificate authorities it trusts. */
    public static final Setting<UpstreamTrust> UPSTREAM_TRUST = Setting.of(
                    "core.upstream-trust", UpstreamTrust.file(UpstreamTrust.DEBIAN_BUNDLE), UpstreamTrust::parse)
            .kgateway(version -> UpstreamTrust.bootstrapSecret("SYSTEM_CA_CERT"))
            .describedAs(
                    "Where the proxy finds the certificate authorities it trusts: `file:PATH` in its file system, or "
                            + "`secret:NAME`, a static secret of its bootstrap.");

    /** How strictly references across namespaces need a ReferenceGrant; kgateway's {@code KGW_REFERENCE_GRANT_MODE}. */
    public static final Setting<ReferenceGrantMode> REFERENCE_GRANT_MODE = Setting.of(
                    "core.reference-grant-mode", ReferenceGrantMode.STRICT)
            .kgateway(version -> ReferenceGrantMode.PERMISSIVE)
            .describedAs("Which references across namespaces need a ReferenceGrant: all (`STRICT`), all but those of "
                    + "extensions (`PERMISSIVE`), none (`OFF`).");

    /** What a {@code port} on a reference to a Backend does. */
    public static final Setting<BackendRefPortPolicy> BACKEND_REF_PORT = Setting.of(
                    "core.backend-ref-port", BackendRefPortPolicy.IGNORE)
            .kgateway(version -> BackendRefPortPolicy.REJECT)
            .describedAs(
                    "What a `port` on a reference to a Backend does: it is passed over with a warning (`IGNORE`), or the "
                            + "reference fails (`REJECT`).");

    /** Whether the only backendRef of a rule gets all traffic although its weight is 0. */
    public static final Setting<Boolean> SINGLE_REF_IGNORES_WEIGHT = Setting.of(
                    "core.single-backend-ref-ignores-weight", false)
            .kgateway(version -> true)
            .describedAs("Whether the only backendRef of a rule gets all traffic although its weight is 0.");

    /** Whether the last failing reference of a route, rather than the first, gives its condition. */
    public static final Setting<Boolean> LAST_FAILURE_WINS = Setting.of("core.last-failing-reference-wins", false)
            .kgateway(version -> true)
            .describedAs(
                    "Whether the last failing reference of a route alone gives the `ResolvedRefs` condition; else the "
                            + "first one gives the reason and the message names all.");

    /** Whether the group {@code core} in a ReferenceGrant or a reference means the core group, whose name is empty. */
    public static final Setting<Boolean> CORE_GROUP_ALIAS = Setting.of("core.core-group-alias", false)
            .kgateway(version -> true)
            .describedAs("Whether the group `core` in a ReferenceGrant means the core group, whose name is empty.");

    /** Whether a reference to a port of a Service fails where the kind of route cannot speak its {@code appProtocol}. */
    public static final Setting<Boolean> CHECK_APP_PROTOCOL = Setting.of("core.check-app-protocol", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether a reference fails with `UnsupportedProtocol` where the kind of route cannot speak the "
                            + "`appProtocol` of the Service's port.");

    /** Whether a share of gRPC requests that leads nowhere is answered with {@code UNAVAILABLE}. */
    public static final Setting<Boolean> GRPC_UNAVAILABLE = Setting.of("core.grpc-unavailable", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether gRPC requests that lead to no backend are answered with `UNAVAILABLE` (HTTP status 503); "
                            + "else with 500, which clients see as `UNKNOWN`.");

    /** Whether the host name of a {@code URLRewrite} filter beats the one that a Backend asks for. */
    public static final Setting<Boolean> EXPLICIT_HOST_WINS = Setting.of("core.explicit-host-rewrite-wins", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether the `hostname` of a `URLRewrite` filter beats the Host header that a Backend asks for.");

    /** Whether a Backend whose annotation on Istio's mutual TLS is no boolean is refused; nothing else here reads it. */
    public static final Setting<Boolean> CHECK_ISTIO_ANNOTATION = Setting.of("core.check-istio-annotation", false)
            .kgateway(version -> true)
            .describedAs(
                    "Whether a Backend whose annotation `kgateway.dev/disable-istio-auto-mtls` is no boolean is refused.");

    /** The wording of conditions and of the errors they quote. */
    public static final Setting<MessageStyle> MESSAGE_STYLE = Setting.of("core.message-style", MessageStyle.PLAIN)
            .kgateway(version ->
                    version.isAtLeast(KgatewayVersion.V2_2) ? MessageStyle.KGATEWAY : MessageStyle.KGATEWAY_2_1)
            .describedAs("The wording of conditions and of the errors they quote: our own (`PLAIN`) or kgateway's.");

    /** Whether a DNS cluster is the extension {@code envoy.clusters.dns} rather than a discovery type. */
    public static final Setting<Boolean> DNS_CLUSTER_EXTENSION = Setting.of("core.dns-cluster-extension", true)
            .kgateway(version -> version.isAtLeast(KgatewayVersion.V2_3))
            .describedAs("Whether clusters with DNS names are the extension `envoy.clusters.dns`; else `STRICT_DNS` or "
                    + "`LOGICAL_DNS`, with the lookup family on the cluster.");

    /** Whether every cluster carries an empty {@code metadata}. */
    public static final Setting<Boolean> EMPTY_METADATA = Setting.of("core.empty-metadata", false)
            .kgateway(version -> !version.isAtLeast(KgatewayVersion.V2_4))
            .describedAs("Whether every cluster carries an empty `metadata`, as kgateway before 2.4 writes it.");

    private CoreSettings() {}

    /** Returns all of them. */
    public static List<Setting<?>> all() {
        return List.of(
                DNS_LOOKUP_FAMILY,
                UPSTREAM_TRUST,
                REFERENCE_GRANT_MODE,
                BACKEND_REF_PORT,
                SINGLE_REF_IGNORES_WEIGHT,
                LAST_FAILURE_WINS,
                CORE_GROUP_ALIAS,
                CHECK_APP_PROTOCOL,
                GRPC_UNAVAILABLE,
                EXPLICIT_HOST_WINS,
                CHECK_ISTIO_ANNOTATION,
                MESSAGE_STYLE,
                DNS_CLUSTER_EXTENSION,
                EMPTY_METADATA);
    }
}
