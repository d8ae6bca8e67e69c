// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrant;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrantFrom;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrantSpec;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrantTo;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects references that were refused for want of a ReferenceGrant, and says which grants would permit them. Not
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

    private record Use(String targetNamespace, ResourceKey referrer) {}

    /** Creates an empty collection. */
    public MissingReferenceGrants() {}

    /** Adds those of the references of a resource that were refused. */
    public void add(ResourceKey referrer, List<? extends ResolvedReference> references) {
        for (ResolvedReference reference : references) {
            // A cycle of delegation is "not permitted", too, but no grant would help.
            if (reference.outcome() == ReferenceOutcome.REF_NOT_PERMITTED
                    && !reference.target().kind().equals(HttpRoute.KIND)
                    && !reference.target().namespace().equals(referrer.namespace())) {
                targets.computeIfAbsent(
                                new Use(reference.target().namespace(), referrer),
                                use -> new TreeSet<>(Comparator.comparing(ResourceKey::group)
                                        .thenComparing(ResourceKey::kind)
                                        .thenComparing(ResourceKey::name)))
                        .add(reference.target());
            }
        }
    }

    /** Returns the grants, sorted by namespace and referrer; each can be applied as it is. */
    public List<ReferenceGrant> grants() {
        List<ReferenceGrant> grants = new ArrayList<>();
        for (Map.Entry<Use, SortedSet<ResourceKey>> entry : targets.entrySet()) {
            List<ReferenceGrantTo> to = entry.getValue().stream()
                    .map(target -> new ReferenceGrantTo(target.group(), target.kind(), target.name()))
                    .toList();
            for (int start = 0; start < to.size(); start += MAX_TARGETS) {
                grants.add(grant(entry.getKey(), start, to.subList(start, Math.min(start + MAX_TARGETS, to.size()))));
            }
        }
        return grants;
    }

    private static ReferenceGrant grant(Use use, int start, List<ReferenceGrantTo> to) {
        ResourceKey referrer = use.referrer();
        String name = referrer.kind().toLowerCase(Locale.ROOT) + "-from-" + referrer.namespace()
                + (start == 0 ? "" : "-" + (start / MAX_TARGETS + 1));
        return new ReferenceGrant(
                API_VERSION,
                ObjectMeta.of(use.targetNamespace(), name),
                new ReferenceGrantSpec(
                        List.of(ReferenceGrantFrom.of(referrer.group(), referrer.kind(), referrer.namespace())), to));
    }
}
