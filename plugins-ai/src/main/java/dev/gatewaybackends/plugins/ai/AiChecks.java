// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.plugins.aws.signing.SecretReference;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the CRDs let through although no proxy can use it. */
final class AiChecks {
    private static final int MAX_PORT = 65_535;

    private final ValidationContext context;
    private final boolean stock;

    AiChecks(ValidationContext context) {
        this.context = context;
        this.stock = context.settings().get(AiSettings.HTTP_FILTERS) == AiHttpFilters.STOCK;
    }

    void check(AiBackend source) {
        AiEntries read = AiEntries.read(source, context.path(), context::error);
        if (read.isLegacy()) {
            context.info(
                    context.path(),
                    Reason.DEPRECATED,
                    "it is spelled as in kgateway 2.0; 2.1 spells it llm or priorityGroups[].providers[], with the provider, "
                            + "host, port, path and authHeader beside each other");
        }
        for (AiEntry entry : read.entries()) {
            override(entry);
            header(entry);
            token(entry);
            new ConfigChecks(entry, context).check();
        }
        providers(read.entries());
        names(read.entries());
    }

    private void override(AiEntry entry) {
        String host = entry.host();
        String problem = host == null ? null : Texts.hostProblem(host);
        if (problem != null) {
            invalid(entry.place().host(), problem);
        }
        Integer port = entry.port();
        if (port != null && (port < 1 || port > MAX_PORT)) {
            invalid(entry.place().port(), port + " is not a valid port (expected: 1 to " + MAX_PORT + ")");
        }
        if (entry.path() != null && !entry.path().startsWith("/")) {
            invalid(entry.place().path(), "the path does not start with a slash");
        } else if (entry.path() != null && !Texts.isUriText(entry.path())) {
            invalid(
                    entry.place().path(),
                    "the path has a space, a control character or one beyond ASCII (expected: percent-encoded)");
        }
    }

    private void header(AiEntry entry) {
        AuthHeader header = entry.header();
        if (header == null) {
            return;
        }
        FieldPath path = entry.place().header();
        String name = header.headerName();
        if (name != null && !Texts.isHeaderName(name)) {
            invalid(
                    path.field("headerName"),
                    "\"" + name + "\" cannot carry a credential (expected: the name of a header that is not about the "
                            + "connection, the host or the length of the request)");
        }
        if (header.prefix() != null && Texts.hasControls(header.prefix())) {
            invalid(path.field("prefix"), "the prefix has control characters");
        }
        if (header.prefix() != null && entry.isPassthrough()) {
            context.warning(
                    path.field("prefix"),
                    Reason.INVALID,
                    "the prefix is not used: the client's own header is passed through");
        }
    }

    private void token(AiEntry entry) {
        SingleAuthToken token = entry.config().authToken();
        if (token == null) {
            return;
        }
        FieldPath path = entry.tokenPath();
        SecretReference reference = token.secretRef();
        String inline = token.inline();
        boolean hasSecret = reference != null;
        boolean hasInline = inline != null;
        switch (token.kind()) {
            case INLINE -> {
                if (inline == null || inline.isBlank()) {
                    authKind(path.field("inline"), "inline auth token must be set if kind is type Inline");
                }
                forbid(hasSecret, path.field("secretRef"), token.kind());
            }
            case SECRET_REF -> {
                if (reference == null || reference.name().isEmpty()) {
                    authKind(path.field("secretRef").field("name"), "it must be set with kind SecretRef");
                }
                forbid(hasInline, path.field("inline"), token.kind());
            }
            case PASSTHROUGH -> {
                forbid(hasInline, path.field("inline"), token.kind());
                forbid(hasSecret, path.field("secretRef"), token.kind());
            }
        }
    }

    private void forbid(boolean present, FieldPath path, AuthTokenKind kind) {
        if (present) {
            authKind(path, "it must not be set with kind " + kind);
        }
    }

    private void authKind(FieldPath path, String message) {
        context.error(path, AiReasons.AUTH_KIND, message);
    }

    private void providers(List<AiEntry> entries) {
        TreeSet<String> kinds = entries.stream()
                .map(entry -> entry.provider().kgatewayName())
                .collect(Collectors.toCollection(TreeSet::new));
        if (kinds.size() > 1) {
            boolean plain = context.settings().get(CoreSettings.MESSAGE_STYLE) == MessageStyle.PLAIN;
            context.error(
                    context.path(),
                    AiReasons.PROVIDERS_MIXED,
                    plain
                            ? "it has providers of the kinds " + String.join(" and ", kinds)
                                    + ", whose requests and answers differ (expected: one kind in a Backend)"
                            : "multiple AI backend types found for single ai route map["
                                    + kinds.stream().map(kind -> kind + ":{}").collect(Collectors.joining(" ")) + "]");
        }
        boolean passesThrough = entries.stream().anyMatch(AiEntry::isPassthrough);
        AiEntry other = entries.stream()
                .filter(entry -> !entry.isPassthrough())
                .findFirst()
                .orElse(null);
        if (passesThrough && other != null && stock) {
            context.error(
                    other.configPath(),
                    AiReasons.PASSTHROUGH_MIXED,
                    "it has a credential of its own beside providers with kind Passthrough; a request that is tried again "
                            + "would carry it to them (expected: kind Passthrough everywhere, or nowhere)");
        }
    }

    private void names(List<AiEntry> entries) {
        Map<String, AiEntry> first = new HashMap<>();
        for (AiEntry entry : entries) {
            AiEntry other = entry.name() == null ? null : first.putIfAbsent(entry.name(), entry);
            if (other != null && other.group() != entry.group()) {
                context.warning(
                        entry.place().root().field("name"),
                        Reason.DUPLICATE,
                        "group " + other.group() + " has a provider of this name, too");
            } else if (other != null) {
                context.error(entry.place().root().field("name"), Reason.DUPLICATE, AiRules.UniqueNames.MESSAGE);
            }
        }
    }

    private void invalid(FieldPath path, String message) {
        context.error(path, Reason.INVALID, message);
    }

    /** The fields of one provider. */
    private record ConfigChecks(AiEntry entry, ValidationContext context) {
        void check() {
            LlmConfig config = entry.config();
            FieldPath path = entry.configPath();
            segment(config.model(), path.field(modelField()));
            if (config instanceof AzureOpenAiConfig azure) {
                endpoint(azure.endpoint(), path.field("endpoint"));
                segment(azure.apiVersion(), path.field("apiVersion"));
            } else if (config instanceof AnthropicConfig anthropic) {
                if (anthropic.apiVersion() != null && Texts.hasControls(anthropic.apiVersion())) {
                    invalid(path.field("apiVersion"), "the version has control characters");
                }
            } else if (config instanceof GeminiConfig gemini) {
                notEmpty(gemini.model(), path.field("model"));
                apiVersion(gemini.apiVersion(), path.field("apiVersion"));
            } else if (config instanceof VertexAiConfig vertex) {
                apiVersion(vertex.apiVersion(), path.field("apiVersion"));
                segment(vertex.projectId(), path.field("projectId"));
                if (!Texts.isLabel(vertex.location())) {
                    invalid(path.field("location"), "\"" + vertex.location() + "\" is not a location of Vertex AI");
                }
                if (vertex.modelPath() != null && !Texts.isUriText(vertex.modelPath())) {
                    invalid(path.field("modelPath"), "the method has a space, a control character or one beyond ASCII");
                }
            } else if (config instanceof BedrockConfig bedrock) {
                bedrock(bedrock, path);
            }
        }

        private String modelField() {
            return entry.provider() == AiProvider.AZURE_OPENAI ? "deploymentName" : "model";
        }

        private void bedrock(BedrockConfig bedrock, FieldPath path) {
            if (context.settings().get(AiSettings.HTTP_FILTERS) == AiHttpFilters.KGATEWAY) {
                context.error(
                        path,
                        Reason.UNSUPPORTED_BACKEND,
                        "bedrock on the AI backend are not supported yet, switch to agentgateway class");
            }
            AwsAuth auth = bedrock.auth();
            if (auth != null
                    && auth.secretRef() != null
                    && auth.secretRef().name().isEmpty()) {
                context.error(
                        path.field("auth").field("secretRef").field("name"),
                        AiReasons.AUTH_KIND,
                        "it must be set with type Secret");
            }
        }

        private void endpoint(String endpoint, FieldPath path) {
            String host = Texts.withoutScheme(endpoint);
            boolean strip = context.settings().get(AiSettings.STRIP_ENDPOINT_SCHEME);
            if (strip && !host.equals(endpoint) && Texts.hostProblem(host) == null) {
                context.warning(
                        path, Reason.INVALID, "\"" + endpoint + "\" is read as \"" + host + "\" (expected: a host)");
                return;
            }
            String problem = Texts.hostProblem(endpoint);
            if (problem != null) {
                invalid(path, problem);
            }
        }

        private void apiVersion(String version, FieldPath path) {
            if (!Texts.isSegment(version)) {
                invalid(
                        path,
                        "\"" + version + "\" is not a version of an API (expected: letters, digits, '.', '-', '_')");
            }
        }

        private void notEmpty(String text, FieldPath path) {
            if (text.isEmpty()) {
                context.error(path, Reason.REQUIRED, "it must not be empty");
            }
        }

        private void segment(@Nullable String text, FieldPath path) {
            if (text != null && (text.indexOf('?') >= 0 || text.indexOf('#') >= 0 || Texts.hasControls(text))) {
                invalid(path, "it has '?', '#' or control characters, which cannot be part of a path");
            }
        }

        private void invalid(FieldPath path, String message) {
            context.error(path, Reason.INVALID, message);
        }
    }
}
