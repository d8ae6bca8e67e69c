// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.plugins.ai.cluster.UpstreamFilters.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has to be called for each endpoint: filters that all endpoints share, and variants for those that differ.
 *
 * <p>A variant is named {@code v0}, {@code v1}, ...; the one of streamed answers {@code v0s}.
 */
final class EndpointFilters {
    private final List<Part> shared = new ArrayList<>();
    private final Map<String, List<Part>> variants = new LinkedHashMap<>();
    private final List<Names> names = new ArrayList<>();

    /** What is called for one endpoint, in this order. */
    record Call(
            @Nullable Part authority,
            @Nullable Part path,
            @Nullable Part credential) {
        static final Call NOTHING = new Call(null, null, null);

        List<Part> parts() {
            List<Part> parts = new ArrayList<>(3);
            for (Part part : new @Nullable Part[] {authority, path, credential}) {
                if (part != null) {
                    parts.add(part);
                }
            }
            return parts;
        }
    }

    /** The calls of an endpoint: the usual one, and the one of streamed answers where it differs. */
    record EndpointCalls(Call usual, @Nullable Call stream) {}

    /** The variants of an endpoint. */
    record Names(String usual, @Nullable String stream) {}

    /**
     * Sorts out what is shared.
     *
     * @param signed whether the credential depends on host and path, so that it has to come last
     */
    static EndpointFilters of(List<EndpointCalls> endpoints, boolean signed) {
        List<Call> all = new ArrayList<>();
        for (EndpointCalls endpoint : endpoints) {
            all.add(endpoint.usual());
            if (endpoint.stream() != null) {
                all.add(endpoint.stream());
            }
        }
        boolean sameAuthority = same(all, Call::authority);
        boolean samePath = same(all, Call::path);
        boolean sameCredential = same(all, Call::credential) && (!signed || (sameAuthority && samePath));
        EndpointFilters calls = new EndpointFilters();
        Call first = all.get(0);
        calls.shared.addAll(new Call(
                        sameAuthority ? first.authority() : null,
                        samePath ? first.path() : null,
                        sameCredential ? first.credential() : null)
                .parts());
        if (!(sameAuthority && samePath && sameCredential)) {
            calls.nameAll(
                    endpoints,
                    call -> new Call(
                            sameAuthority ? null : call.authority(),
                            samePath ? null : call.path(),
                            sameCredential ? null : call.credential()));
        }
        return calls;
    }

    private static boolean same(List<Call> calls, Function<Call, @Nullable Part> part) {
        Part first = part.apply(calls.get(0));
        return calls.stream().allMatch(call -> Objects.equals(part.apply(call), first));
    }

    private void nameAll(List<EndpointCalls> endpoints, Function<Call, Call> own) {
        Map<EndpointCalls, Names> known = new LinkedHashMap<>();
        for (EndpointCalls endpoint : endpoints) {
            Names found = known.get(endpoint);
            if (found == null) {
                String usual = "v" + known.size();
                variants.put(usual, own.apply(endpoint.usual()).parts());
                Call streamed = endpoint.stream();
                String stream = streamed == null ? null : usual + "s";
                if (streamed != null && stream != null) {
                    variants.put(stream, own.apply(streamed).parts());
                }
                found = new Names(usual, stream);
                known.put(endpoint, found);
            }
            names.add(found);
        }
    }

    /** Returns what every request calls. */
    List<Part> shared() {
        return shared;
    }

    /** Returns what the requests of a variant call after that; empty if there are no variants. */
    Map<String, List<Part>> variants() {
        return variants;
    }

    boolean hasVariants() {
        return !variants.isEmpty();
    }

    /** Returns the variants of the endpoint of this index; null if there are none. */
    @Nullable
    Names names(int endpoint) {
        return names.isEmpty() ? null : names.get(endpoint);
    }

    /** Returns how many filters the longest variant has. */
    int longest() {
        return variants.values().stream().mapToInt(List::size).max().orElse(0);
    }
}
