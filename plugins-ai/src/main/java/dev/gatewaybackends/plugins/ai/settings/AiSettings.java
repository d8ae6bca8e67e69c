// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.settings;

import dev.gatewaybackends.settings.Setting;
import java.util.List;

/** The settings of {@code ai} Backends. */
public final class AiSettings {
    /** Whose HTTP filters the cluster has. */
    public static final Setting<AiHttpFilters> HTTP_FILTERS = Setting.of("ai.http-filters", AiHttpFilters.STOCK)
            .kgateway(version -> AiHttpFilters.KGATEWAY)
            .describedAs(
                    "Whose HTTP filters the cluster has: those of any Envoy (`STOCK`), or those that only kgateway's "
                            + "own build of Envoy knows (`KGATEWAY`), which need kgateway's routes and processor, too.");

    /** The release of Envoy that the cluster is for. */
    public static final Setting<EnvoyVersion> ENVOY_VERSION = Setting.of(
                    "ai.envoy-version", EnvoyVersion.of(37), EnvoyVersion::parse)
            .describedAs(
                    "The oldest release of Envoy that has to take the cluster, 1.33 or later. Before 1.37 retries are "
                            + "left to the routes, before 1.36 a status 429 does not count against an endpoint.");

    /** Where tokens travel. */
    public static final Setting<TokenPlacement> TOKEN_PLACEMENT = Setting.of("ai.token-placement", TokenPlacement.SDS)
            .kgateway(version -> TokenPlacement.ENDPOINT_METADATA)
            .describedAs("Where tokens travel: in secrets of their own (`SDS`), readable in the cluster "
                    + "(`ENDPOINT_METADATA`), or not at all (`NONE`).");

    /** Where the proxy gets the secrets of {@link TokenPlacement#SDS} from. */
    public static final Setting<SdsSource> SDS_SOURCE = Setting.of("ai.sds-source", SdsSource.ADS, SdsSource::parse)
            .describedAs("Where the proxy gets the secrets from: `ads`, the stream that brings the clusters, or "
                    + "`file:DIRECTORY`, one file for each secret in the proxy's file system.");

    /** Whether endpoints carry the metadata that kgateway's own filters read. */
    public static final Setting<Boolean> KGATEWAY_METADATA = Setting.of("ai.kgateway-metadata", true)
            .describedAs("Whether endpoints carry the metadata `io.solo.transformation`, without the token unless "
                    + "`ai.token-placement` is `ENDPOINT_METADATA`.");

    /** How the path and the host of a provider get into requests. */
    public static final Setting<RewriteMode> REWRITE = Setting.of("ai.rewrite", RewriteMode.LUA)
            .describedAs(
                    "How the path and the host of a provider get into requests: by a constant script (`LUA`), as "
                            + "secrets of a credential filter, for proxies without Lua (`SECRET`), or by the routes alone (`OFF`).");

    /** Whether the client's own credentials are removed. */
    public static final Setting<Boolean> STRIP_CLIENT_CREDENTIALS = Setting.of("ai.strip-client-credentials", true)
            .describedAs(
                    "Whether credential headers of the client are removed unless the Backend passes them through; else "
                            + "only those that the Backend sends itself.");

    /** Which ports speak TLS. */
    public static final Setting<TlsPorts> TLS_PORTS = Setting.of("ai.tls-ports", TlsPorts.HTTPS, TlsPorts::parse)
            .describedAs("Which ports speak TLS: numbers separated by commas, `all` or `none`.");

    /** Whether certificates are checked. */
    public static final Setting<Boolean> VERIFY_TLS = Setting.of("ai.verify-tls", true)
            .kgateway(version -> false)
            .describedAs("Whether certificates of providers are checked.");

    /** Whether a credential may be sent to a public provider without TLS. */
    public static final Setting<Boolean> PLAINTEXT_TO_PROVIDERS = Setting.of("ai.plaintext-to-providers", false)
            .kgateway(version -> true)
            .describedAs("Whether a credential may be sent to the public host of a provider without TLS; else such a "
                    + "Backend is refused.");

    /** Whether requests that fail go on to the next group. */
    public static final Setting<Boolean> FAILOVER = Setting.of("ai.failover", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether a request that one provider refuses, with 429 or an error of its own, goes on to the next "
                            + "group; else the groups after the first one are used only when no host of it resolves.");

    /** Which method of a provider is called where the route does not say. */
    public static final Setting<CompletionMethod> COMPLETION_METHOD = Setting.of(
                    "ai.completion-method", CompletionMethod.UNARY)
            .describedAs(
                    "Which method of Gemini, Vertex AI and Bedrock is called: the one with a single answer (`UNARY`, "
                            + "streaming routes change it) or the streaming one (`STREAM`).");

    /** What is done about a model that belongs into the body of requests. */
    public static final Setting<BodyModel> BODY_MODEL = Setting.of("ai.body-model", BodyModel.WARN, BodyModel::parse)
            .describedAs(
                    "What is done about a configured model that belongs into the body of requests, where no filter of "
                            + "the cluster can write it: `WARN`, `IGNORE`, or write it by internal listeners "
                            + "(`INTERNAL_LISTENERS`). Code can give a filter that writes it.");

    /** Whether {@code global}, {@code us} and {@code eu} are more than a prefix of Vertex AI's host. */
    public static final Setting<Boolean> VERTEX_MULTI_REGIONS = Setting.of("ai.vertex-multi-regions", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether the Vertex AI locations `global`, `us` and `eu` have hosts of their own, as Google has "
                            + "them; else `LOCATION-aiplatform.googleapis.com`, which does not exist.");

    /** Where the tokens of Vertex AI come from. */
    public static final Setting<VertexTokens> VERTEX_TOKENS = Setting.of("ai.vertex-tokens", VertexTokens.BACKEND)
            .describedAs(
                    "Where the tokens of Vertex AI come from: the Backend (`BACKEND`), or the metadata server of the "
                            + "proxy's machine (`METADATA_SERVER`, from Envoy 1.39 on), unless the Backend passes the client's through.");

    /** Whether a scheme in front of an Azure endpoint is passed over. */
    public static final Setting<Boolean> STRIP_ENDPOINT_SCHEME = Setting.of("ai.strip-endpoint-scheme", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether `https://` in front of, and a slash after, an Azure OpenAI endpoint are passed over; else "
                            + "such a Backend is refused.");

    /** Whether AWS keys from a Secret may stand in the cluster. */
    public static final Setting<Boolean> STATIC_AWS_KEYS = Setting.of("ai.static-aws-keys", false)
            .describedAs(
                    "Whether the AWS keys of a Secret may stand in the cluster of a Bedrock Backend, readable; else "
                            + "such a Backend is refused unless `aws.static-keys` names a credentials file.");

    private AiSettings() {}

    /** Returns all of them. */
    public static List<Setting<?>> all() {
        return List.of(
                BODY_MODEL,
                COMPLETION_METHOD,
                ENVOY_VERSION,
                FAILOVER,
                HTTP_FILTERS,
                KGATEWAY_METADATA,
                PLAINTEXT_TO_PROVIDERS,
                REWRITE,
                SDS_SOURCE,
                STATIC_AWS_KEYS,
                STRIP_CLIENT_CREDENTIALS,
                STRIP_ENDPOINT_SCHEME,
                TLS_PORTS,
                TOKEN_PLACEMENT,
                VERIFY_TLS,
                VERTEX_MULTI_REGIONS,
                VERTEX_TOKENS);
    }
}
