// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.plugins.ai.model.AiBackend;
import dev.gatewaybackends.plugins.ai.model.AiEntries;
import dev.gatewaybackends.plugins.ai.model.AiEntry;
import dev.gatewaybackends.plugins.ai.model.AuthHeader;
import dev.gatewaybackends.plugins.ai.model.AuthTokenKind;
import dev.gatewaybackends.plugins.ai.model.PriorityGroup;
import dev.gatewaybackends.plugins.ai.model.SingleAuthToken;
import dev.gatewaybackends.plugins.ai.settings.AiHttpFilters;
import dev.gatewaybackends.plugins.ai.settings.AiReasons;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.aws.signing.SecretReference;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.spi.envoy.HostNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the CRDs let through although no proxy can use it. */
public final class AiChecks {
    private static final int MAX_PORT = 65_535;

    private final ValidationContext context;
    private final boolean stock;

    public AiChecks(ValidationContext context) {
        this.context = context;
        this.stock = context.settings().get(AiSettings.HTTP_FILTERS) == AiHttpFilters.STOCK;
    }

    public void check(AiBackend source) {
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
            ProviderProfile.of(entry.config()).check(entry.configPath(), context);
        }
        providers(read.entries());
        names(read.entries());
    }

    private void override(AiEntry entry) {
        String host = entry.host();
        String problem = host == null ? null : HostNames.problem(host);
        if (problem != null) {
            invalid(entry.place().host(), problem);
        }
        Integer port = entry.port();
        if (port != null && (port < 1 || port > MAX_PORT)) {
            invalid(entry.place().port(), port + " is not a valid port (expected: 1 to " + MAX_PORT + ")");
        }
        if (entry.path() != null && !entry.path().startsWith("/")) {
            invalid(entry.place().path(), "the path does not start with a slash");
        } else if (entry.path() != null && !HttpSyntax.isUriText(entry.path())) {
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
        if (name != null && !HttpSyntax.isHeaderName(name)) {
            invalid(
                    path.field("headerName"),
                    "\"" + name + "\" cannot carry a credential (expected: the name of a header that is not about the "
                            + "connection, the host or the length of the request)");
        }
        if (header.prefix() != null && HttpSyntax.hasControls(header.prefix())) {
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
                context.error(entry.place().root().field("name"), Reason.DUPLICATE, PriorityGroup.UNIQUE_NAMES);
            }
        }
    }

    private void invalid(FieldPath path, String message) {
        context.error(path, Reason.INVALID, message);
    }
}
