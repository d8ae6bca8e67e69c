// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrant;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrantFrom;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrantTo;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.ReferenceGrantMode;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.validate.ValidResource;
import dev.gatewaybackends.validate.ValidResources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a reference may cross namespaces: the one engine for every kind of reference. Immutable.
 *
 * <p>Within a namespace everything is permitted. Across, some grant in the target's namespace must name the referrer's
 * group, kind and namespace, and the target's group, kind and, if it names one, name. All comparisons are exact.
 */
public final class ReferenceGrants {
    private final boolean off;
    private final boolean coreAlias;
    private final Map<Referrer, Set<Target>> permitted = new HashMap<>();

    private record Referrer(String targetNamespace, String group, String kind, String namespace) {}

    private record Target(
            String group, String kind, @Nullable String name) {}

    private ReferenceGrants(List<ValidResource<ReferenceGrant>> grants, TranslationSettings settings) {
        this.off = settings.get(CoreSettings.REFERENCE_GRANT_MODE) == ReferenceGrantMode.OFF;
        this.coreAlias = settings.get(CoreSettings.CORE_GROUP_ALIAS);
        for (ValidResource<ReferenceGrant> valid : grants) {
            ReferenceGrant grant = valid.resource();
            for (ReferenceGrantFrom from : grant.spec().from()) {
                Set<Target> targets = permitted.computeIfAbsent(
                        new Referrer(valid.key().namespace(), group(from.group()), from.kind(), from.namespace()),
                        referrer -> new HashSet<>());
                for (ReferenceGrantTo to : grant.spec().to()) {
                    targets.add(new Target(group(to.group()), to.kind(), to.name()));
                }
            }
        }
    }

    /**
     * Returns the decisions of the grants among some resources.
     *
     * @param settings the mode, see {@link CoreSettings#REFERENCE_GRANT_MODE}
     */
    public static ReferenceGrants of(ValidResources resources, TranslationSettings settings) {
        return new ReferenceGrants(resources.all(ReferenceGrant.class), settings);
    }

    /** Returns whether a resource may refer to another one, which need not exist. */
    public boolean permits(ResourceKey referrer, ResourceKey target) {
        if (off || referrer.namespace().equals(target.namespace())) {
            return true;
        }
        Set<Target> targets = permitted.get(
                new Referrer(target.namespace(), group(referrer.group()), referrer.kind(), referrer.namespace()));
        String group = group(target.group());
        return targets != null
                && (targets.contains(new Target(group, target.kind(), null))
                        || targets.contains(new Target(group, target.kind(), target.name())));
    }

    private String group(String group) {
        return coreAlias && group.equals("core") ? "" : group;
    }
}
