// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.envoy.IpAddresses;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the requests of an entry go.
 *
 * @param entry the entry
 * @param host the host
 * @param port the port
 * @param tls whether the port speaks TLS
 * @param paths the paths; null where the request's own is kept
 */
record AiTarget(
        AiEntry entry,
        String host,
        int port,
        boolean tls,
        @Nullable Paths paths) {
    private static final int HTTPS = 443;
    private static final Set<String> MULTI_REGIONS = Set.of("us", "eu");
    private static final String[] PUBLIC_DOMAINS = {
        ".openai.com", ".azure.com", ".anthropic.com", ".googleapis.com", ".amazonaws.com", ".amazonaws.com.cn"
    };

    /**
     * Paths with their query, percent-encoded.
     *
     * @param usual the path
     * @param stream the path of requests whose answer is streamed, where it differs
     */
    record Paths(String usual, @Nullable String stream) {}

    static AiTarget of(AiEntry entry, TranslationSettings settings) {
        String host = entry.host() == null ? host(entry.config(), settings) : entry.host();
        int port = port(entry);
        boolean tls = settings.get(AiSettings.TLS_PORTS).contains(port);
        return new AiTarget(entry, host, port, tls, paths(entry, settings.get(AiSettings.COMPLETION_METHOD)));
    }

    static int port(AiEntry entry) {
        return entry.port() == null ? HTTPS : entry.port();
    }

    /** Returns the host as it stands in requests: an IPv6 address in brackets. */
    String authority() {
        return IpAddresses.isIpv6(host) ? "[" + host + "]" : host;
    }

    boolean isIp() {
        return IpAddresses.isIp(host);
    }

    /** Returns whether the host is the provider's own, somewhere in the internet. */
    boolean isPublic() {
        for (String domain : PUBLIC_DOMAINS) {
            if (host.endsWith(domain)) {
                return true;
            }
        }
        return false;
    }

    private static String host(LlmConfig config, TranslationSettings settings) {
        return switch (config.provider()) {
            case OPENAI -> "api.openai.com";
            case AZURE_OPENAI -> azure(((AzureOpenAiConfig) config).endpoint(), settings);
            case ANTHROPIC -> "api.anthropic.com";
            case GEMINI -> "generativelanguage.googleapis.com";
            case VERTEX_AI -> vertex(((VertexAiConfig) config).location(), settings);
            case BEDROCK -> BedrockSigning.host(((BedrockConfig) config).region(), settings);
        };
    }

    private static String azure(String endpoint, TranslationSettings settings) {
        return settings.get(AiSettings.STRIP_ENDPOINT_SCHEME) ? Texts.withoutScheme(endpoint) : endpoint;
    }

    private static String vertex(String location, TranslationSettings settings) {
        if (settings.get(AiSettings.VERTEX_MULTI_REGIONS)) {
            if (location.equals("global")) {
                return "aiplatform.googleapis.com";
            }
            if (MULTI_REGIONS.contains(location)) {
                return "aiplatform." + location + ".rep.googleapis.com";
            }
        }
        return location + "-aiplatform.googleapis.com";
    }

    private static @Nullable Paths paths(AiEntry entry, CompletionMethod method) {
        if (entry.path() != null) {
            return new Paths(entry.path(), null);
        }
        Paths both = providerPaths(entry.config());
        return both == null || both.stream() == null || method == CompletionMethod.UNARY
                ? both
                : new Paths(both.stream(), null);
    }

    private static @Nullable Paths providerPaths(LlmConfig config) {
        if (config instanceof AzureOpenAiConfig azure) {
            return new Paths(
                    azure.apiVersion().equals("v1")
                            ? "/openai/v1/chat/completions"
                            : "/openai/deployments/" + Texts.encoded(azure.deploymentName())
                                    + "/chat/completions?api-version=" + Texts.encoded(azure.apiVersion()),
                    null);
        } else if (config instanceof AnthropicConfig) {
            return new Paths("/v1/messages", null);
        } else if (config instanceof GeminiConfig gemini) {
            return google("/" + gemini.apiVersion() + "/models/" + Texts.encoded(gemini.model()), null);
        } else if (config instanceof VertexAiConfig vertex) {
            return google(
                    "/" + vertex.apiVersion() + "/projects/" + Texts.encoded(vertex.projectId()) + "/locations/"
                            + Texts.encoded(vertex.location()) + "/publishers/google/models/"
                            + Texts.encoded(vertex.model()),
                    vertex.modelPath());
        } else if (config instanceof BedrockConfig bedrock) {
            String model = bedrock.model() == null ? null : "/model/" + Texts.encoded(bedrock.model());
            return model == null ? null : new Paths(model + "/converse", model + "/converse-stream");
        }
        return new Paths("/v1/chat/completions", null);
    }

    private static Paths google(String model, @Nullable String method) {
        return method == null || method.isEmpty()
                ? new Paths(model + ":generateContent", model + ":streamGenerateContent?alt=sse")
                : new Paths(model + ":" + method, null);
    }
}
