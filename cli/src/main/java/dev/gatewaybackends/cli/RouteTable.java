// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import com.google.protobuf.BoolValue;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.diagnostics.Severity;
import dev.gatewaybackends.gatewayapi.v1.HttpBackendRef;
import dev.gatewaybackends.gatewayapi.v1.HttpPathMatch;
import dev.gatewaybackends.gatewayapi.v1.HttpPathMatchType;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteMatch;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteRule;
import dev.gatewaybackends.read.ResourceEntry;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.translate.RouteTranslation;
import dev.gatewaybackends.translate.RuleTranslation;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.route.v3.DirectResponseAction;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The routes of one listener, the most specific first, as the Gateway API orders them. */
final class RouteTable {
    private static final String ANY_HOST = "*";
    private static final Comparator<Candidate> PRECEDENCE = Comparator.<Candidate>comparingInt(
                    candidate -> rank(candidate.match().path()))
            .thenComparing(candidate -> candidate.match().path().value().length(), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.match().method() == null)
            .thenComparing(candidate -> candidate.match().headers().size(), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.match().queryParams().size(), Comparator.reverseOrder())
            .thenComparing(Candidate::created)
            .thenComparing(candidate ->
                    candidate.key().namespace() + "/" + candidate.key().name());

    private final Map<String, List<Candidate>> byHost = new TreeMap<>();
    private boolean hasRegexes;

    private record Candidate(ResourceKey key, String created, HttpRouteMatch match, Route route) {}

    private RouteTable() {}

    static RouteTable of(ResourceSet resources, TranslationResult result, List<Diagnostic> found) {
        Map<ResourceKey, ResourceEntry> entries = new HashMap<>();
        resources.entries().forEach(entry -> entries.putIfAbsent(entry.key(), entry));
        RouteTable table = new RouteTable();
        for (RouteTranslation translated : result.routes()) {
            ResourceEntry entry = entries.get(translated.resolved().route());
            if (entry != null && entry.resource() instanceof HttpRoute route) {
                table.add(entry, route, translated, found);
                found.addAll(entry.located(leftOut(entry.key(), route)));
            } else if (entry != null) {
                List<Diagnostic> notes = new ArrayList<>();
                note(notes, entry.key(), FieldPath.of("spec"), true);
                found.addAll(entry.located(notes));
            }
        }
        return table;
    }

    private void add(ResourceEntry entry, HttpRoute route, RouteTranslation translated, List<Diagnostic> found) {
        ResourceKey key = entry.key();
        List<String> hosts = route.spec().hostnames().isEmpty()
                ? List.of(ANY_HOST)
                : route.spec().hostnames();
        String created = route.metadata().creationTimestamp();
        List<HttpRouteRule> rules = route.spec().rules();
        for (int i = 0; i < rules.size(); i++) {
            RuleTranslation rule = translated.rules().get(i);
            if (!(rule instanceof RuleTranslation.Http || rule instanceof RuleTranslation.NoBackend)) {
                continue;
            }
            List<HttpRouteMatch> matches = rules.get(i).matches().isEmpty()
                    ? List.of(HttpRouteMatch.of(HttpPathMatch.prefix("/")))
                    : rules.get(i).matches();
            for (int j = 0; j < matches.size(); j++) {
                HttpRouteMatch match = matches.get(j);
                FieldPath path =
                        FieldPath.of("spec", "rules").item(i).field("matches").item(j);
                Map<FieldPath, String> regexes = RouteRegexes.of(path, match);
                List<Diagnostic> broken = RouteRegexes.check(key, regexes);
                if (!broken.isEmpty()) {
                    found.addAll(entry.located(broken));
                    continue;
                }
                hasRegexes |= !regexes.isEmpty();
                Route.Builder envoy = Route.newBuilder().setMatch(RouteMatches.of(match));
                if (rule instanceof RuleTranslation.Http http) {
                    envoy.setRoute(http.action()).putAllTypedPerFilterConfig(http.typedPerFilterConfig());
                } else if (rule instanceof RuleTranslation.NoBackend nothing) {
                    envoy.setDirectResponse(DirectResponseAction.newBuilder().setStatus(nothing.status()));
                }
                Candidate candidate = new Candidate(key, created == null ? "" : created, match, envoy.build());
                hosts.forEach(host ->
                        byHost.computeIfAbsent(host, name -> new ArrayList<>()).add(candidate));
            }
        }
    }

    private static int rank(HttpPathMatch path) {
        return path.type() == HttpPathMatchType.EXACT ? 0 : path.type() == HttpPathMatchType.PATH_PREFIX ? 1 : 2;
    }

    /** Returns whether a route has a regular expression. */
    boolean hasRegexes() {
        return hasRegexes;
    }

    RouteConfiguration configuration(String name) {
        RouteConfiguration.Builder configuration = RouteConfiguration.newBuilder()
                .setName(name)
                .setIgnorePortInHostMatching(true)
                // The cluster of a failed reference is missing on purpose.
                .setValidateClusters(BoolValue.of(false));
        byHost.forEach((host, candidates) -> {
            VirtualHost.Builder virtualHost =
                    VirtualHost.newBuilder().setName(host).addDomains(host);
            candidates.stream().sorted(PRECEDENCE).map(Candidate::route).forEach(virtualHost::addRoutes);
            configuration.addVirtualHosts(virtualHost);
        });
        return configuration.build();
    }

    /** Says what a route asks for beyond matches and backends. */
    private static List<Diagnostic> leftOut(ResourceKey key, HttpRoute route) {
        List<Diagnostic> found = new ArrayList<>();
        List<HttpRouteRule> rules = route.spec().rules();
        for (int i = 0; i < rules.size(); i++) {
            HttpRouteRule rule = rules.get(i);
            FieldPath path = FieldPath.of("spec", "rules").item(i);
            note(found, key, path.field("filters"), !rule.filters().isEmpty());
            note(found, key, path.field("timeouts"), rule.timeouts() != null);
            note(found, key, path.field("retry"), rule.retry() != null);
            note(found, key, path.field("sessionPersistence"), rule.sessionPersistence() != null);
            for (int j = 0; j < rule.backendRefs().size(); j++) {
                HttpBackendRef ref = rule.backendRefs().get(j);
                FieldPath filters = path.field("backendRefs").item(j).field("filters");
                note(found, key, filters, !ref.filters().isEmpty());
            }
        }
        return found;
    }

    private static void note(List<Diagnostic> found, ResourceKey key, FieldPath path, boolean present) {
        if (present) {
            found.add(new Diagnostic(
                    Severity.WARNING, key, path, Reason.NOT_SUPPORTED, "it is not part of the bootstrap", null));
        }
    }
}
