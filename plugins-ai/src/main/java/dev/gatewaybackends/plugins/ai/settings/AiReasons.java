// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.settings;

import dev.gatewaybackends.diagnostics.Reason;

/** The reasons of findings about {@code ai} Backends, beside those of the core. */
public final class AiReasons {
    /** The Backend is spelled partly as in one release and partly as in another. */
    public static final Reason SPELLINGS_MIXED = Reason.of("AiSpellingsMixed");
    /** Providers whose requests and answers differ stand in one Backend. */
    public static final Reason PROVIDERS_MIXED = Reason.of("AiProvidersMixed");
    /** A token's {@code kind} and its other fields do not fit. */
    public static final Reason AUTH_KIND = Reason.of("AiAuthKind");
    /** A Secret does not hold the token, or what it holds cannot be sent. */
    public static final Reason SECRET_INVALID = Reason.of("AiSecretInvalid");
    /** Entries with the client's token stand beside entries with tokens of their own. */
    public static final Reason PASSTHROUGH_MIXED = Reason.of("AiPassthroughMixed");
    /** The client has to send the provider's own credential header. */
    public static final Reason PASSTHROUGH_NATIVE_HEADER = Reason.of("AiPassthroughNativeHeader");
    /** The configured model is not written into requests. */
    public static final Reason MODEL_NOT_INJECTED = Reason.of("AiModelNotInjected");
    /** Entries have different models, and the client's request decides which one is asked for. */
    public static final Reason MODELS_DIFFER = Reason.of("AiModelsDiffer");
    /** A token shows in the cluster. */
    public static final Reason TOKEN_EXPOSED = Reason.of("AiTokenExposed");
    /** A token stands in the Backend itself. */
    public static final Reason TOKEN_INLINE = Reason.of("AiTokenInline");
    /** The token of an entry is not used. */
    public static final Reason TOKEN_UNUSED = Reason.of("AiTokenUnused");
    /** A guardrail is not applied. */
    public static final Reason GUARDRAIL_NOT_EMITTED = Reason.of("AiGuardrailNotEmitted");
    /** A credential would be sent without TLS. */
    public static final Reason PLAINTEXT_CREDENTIAL = Reason.of("AiPlaintextCredential");
    /** The groups after the first one are not used. */
    public static final Reason FAILOVER_INERT = Reason.of("AiFailoverInert");
    /** The proxy is too old for a part of the result. */
    public static final Reason TARGET_VERSION = Reason.of("AiTargetVersion");
    /** Certificates are not checked. */
    public static final Reason TLS_UNVERIFIED = Reason.of("AiTlsUnverified");
    /** A stock Envoy refuses the cluster. */
    public static final Reason VENDOR_FILTERS = Reason.of("AiVendorFilters");
    /** AWS keys show in the cluster, or would. */
    public static final Reason AWS_KEYS_IN_CLUSTER = Reason.of("AiAwsKeysInCluster");
    /** Routes must do what the cluster does not. */
    public static final Reason ROUTE_MUST_REWRITE = Reason.of("AiRouteMustRewrite");

    private AiReasons() {}
}
