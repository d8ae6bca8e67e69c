// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrant;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrantFrom;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrantSpec;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrantTo;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects references that no ReferenceGrant permits, and says which grants would permit them. Not
 * thread-safe.
 *
 * <p>A grant permits exactly the targets that were refused, by name, to referrers of one kind in one namespace; it cannot
 * name a single referrer.
 */
public final class MissingReferenceGrants {
    /** Served by every release of the Gateway API, other than {@code v1}. */
    private static final String API_VERSION = ReferenceGrant.GROUP + "/v1beta1";

    private static final int MAX_TARGETS = 16;

    private static final Comparator<Use> ORDER = Comparator.comparing(Use::targetNamespace)
            .thenComparing(use -> use.referrer().group())
            .thenComparing(use -> use.referrer().kind())
            .thenComparing(use -> use.referrer().namespace());

    private final TreeMap<Use, SortedSet<ResourceKey>> targets = new TreeMap<>(ORDER);
    private final Set<ResourceKey> taken = new HashSet<>();

    private record Use(String targetNamespace, ResourceKey referrer) {}

    /**
     * Creates an empty collection.
     *
     * @param existing the grants that are there: no suggested one has the name of one of them, which applying it would replace
     */
    public MissingReferenceGrants(Collection<ReferenceGrant> existing) {
        existing.forEach(grant -> taken.add(ResourceKey.of(grant)));
    }

    /** Adds those of the references of a resource that were refused. */
    public void add(ResourceKey referrer, List<? extends ResolvedReference> references) {
        for (ResolvedReference reference : references) {
            ResourceKey target = reference.target();
            // A cycle of delegation is "not permitted", too, but no grant would help.
            if (reference.outcome() == ReferenceOutcome.REF_NOT_PERMITTED
                    && !RouteDelegation.isDelegation(target.group(), target.kind())) {
                targets.computeIfAbsent(new Use(target.namespace(), referrer), use -> new TreeSet<>())
                        .add(target);
            }
        }
    }

    /** Returns the grants, sorted by namespace and referrer; each can be applied as it is. */
    public List<ReferenceGrant> grants() {
        List<ReferenceGrant> grants = new ArrayList<>();
        Set<ResourceKey> names = new HashSet<>(taken);
        for (Map.Entry<Use, SortedSet<ResourceKey>> entry : targets.entrySet()) {
            List<ReferenceGrantTo> to = entry.getValue().stream()
                    .map(target -> new ReferenceGrantTo(
                            target.group(), target.kind(), target.name().isEmpty() ? null : target.name()))
                    .toList();
            for (int start = 0; start < to.size(); start += MAX_TARGETS) {
                grants.add(grant(
                        name(entry.getKey(), names),
                        entry.getKey().referrer(),
                        to.subList(start, Math.min(start + MAX_TARGETS, to.size()))));
            }
        }
        return grants;
    }

    private static ObjectMeta name(Use use, Set<ResourceKey> taken) {
        String base = use.referrer().kind().toLowerCase(Locale.ROOT) + "-from-"
                + use.referrer().namespace();
        String name = base;
        for (int i = 2; !taken.add(key(use, name)); i++) {
            name = base + "-" + i;
        }
        return ObjectMeta.of(use.targetNamespace(), name);
    }

    private static ResourceKey key(Use use, String name) {
        return new ResourceKey(ReferenceGrant.GROUP, ReferenceGrant.KIND, use.targetNamespace(), name);
    }

    private static ReferenceGrant grant(ObjectMeta metadata, ResourceKey referrer, List<ReferenceGrantTo> to) {
        ReferenceGrantFrom from = ReferenceGrantFrom.of(referrer.group(), referrer.kind(), referrer.namespace());
        return new ReferenceGrant(API_VERSION, metadata, new ReferenceGrantSpec(List.of(from), to));
    }
}
