// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import dev.gatewaybackends.plugins.ai.model.AiEntry;
import dev.gatewaybackends.plugins.ai.model.AuthHeader;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.CompletionMethod;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.envoy.IpAddresses;
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
public record AiTarget(
        AiEntry entry,
        String host,
        int port,
        boolean tls,
        @Nullable RequestPaths paths) {
    private static final int HTTPS = 443;
    private static final String[] PUBLIC_DOMAINS = {
        ".openai.com", ".azure.com", ".anthropic.com", ".googleapis.com", ".amazonaws.com", ".amazonaws.com.cn"
    };

    public static AiTarget of(AiEntry entry, TranslationSettings settings) {
        ProviderProfile profile = ProviderProfile.of(entry.config());
        String host = entry.host() == null ? profile.host(settings) : entry.host();
        int port = port(entry);
        boolean tls = settings.get(AiSettings.TLS_PORTS).contains(port);
        return new AiTarget(entry, host, port, tls, paths(entry, profile, settings.get(AiSettings.COMPLETION_METHOD)));
    }

    public static int port(AiEntry entry) {
        return entry.port() == null ? HTTPS : entry.port();
    }

    /** Returns the host as it stands in requests: an IPv6 address in brackets. */
    public String authority() {
        return IpAddresses.isIpv6(host) ? "[" + host + "]" : host;
    }

    public boolean isIp() {
        return IpAddresses.isIp(host);
    }

    /** Returns whether the host is the provider's own, somewhere in the internet. */
    public boolean isPublic() {
        for (String domain : PUBLIC_DOMAINS) {
            if (host.endsWith(domain)) {
                return true;
            }
        }
        return false;
    }

    /** Returns what the provider is. */
    public ProviderProfile profile() {
        return ProviderProfile.of(entry.config());
    }

    /** Returns the header that the credential is sent in: the provider's own unless the entry names another. */
    public CredentialHeader header() {
        CredentialHeader usual = profile().header();
        AuthHeader override = entry.header();
        return override == null
                ? usual
                : new CredentialHeader(
                        override.headerName() == null ? usual.name() : override.headerName(),
                        override.prefix() == null ? usual.prefix() : override.prefix());
    }

    /** Returns the model that the provider takes from the body of requests; null if there is none. */
    public @Nullable String bodyModel() {
        String model = profile().takesModelFromBody() ? entry.config().model() : null;
        return model == null || model.isEmpty() ? null : model;
    }

    private static @Nullable RequestPaths paths(AiEntry entry, ProviderProfile profile, CompletionMethod method) {
        if (entry.path() != null) {
            return new RequestPaths(entry.path(), null);
        }
        RequestPaths both = profile.paths();
        return both == null || both.stream() == null || method == CompletionMethod.UNARY
                ? both
                : new RequestPaths(both.stream(), null);
    }
}
