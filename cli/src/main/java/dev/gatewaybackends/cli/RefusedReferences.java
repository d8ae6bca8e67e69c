// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrant;
import dev.gatewaybackends.gatewayapi.v1.Route;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.ResourceCodec;
import dev.gatewaybackends.read.ResourceEntry;
import dev.gatewaybackends.references.BackendRefResolver;
import dev.gatewaybackends.references.CertificateRefResolver;
import dev.gatewaybackends.references.MissingReferenceGrants;
import dev.gatewaybackends.references.ReferenceGrants;
import dev.gatewaybackends.references.ReferenceOutcome;
import dev.gatewaybackends.references.ReferenceTargets;
import dev.gatewaybackends.references.ResolvedReferences;
import dev.gatewaybackends.references.ResolvedRoute;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.validate.ResourceVerdict;
import dev.gatewaybackends.validate.ValidationResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The references among valid resources that no ReferenceGrant permits, and the grants that would. Whether targets exist is not
 * judged: those who validate some manifests rarely have all at hand.
 */
final class RefusedReferences {
    private static final ResourceCodec CODEC = ResourceCodec.create();

    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<ResourceKey> referrers = new HashSet<>();
    private final MissingReferenceGrants missing;

    private RefusedReferences(Collection<ReferenceGrant> existing) {
        this.missing = new MissingReferenceGrants(existing);
    }

    static RefusedReferences of(ValidationResult validation, PluginRegistry plugins, TranslationSettings settings) {
        List<ResourceEntry> usable = validation.verdicts().stream()
                .filter(ResourceVerdict::isUsable)
                .map(ResourceVerdict::entry)
                .toList();
        List<KubernetesResource> resources =
                usable.stream().map(ResourceEntry::resource).toList();
        ReferenceTargets targets = ReferenceTargets.of(resources);
        List<ReferenceGrant> existing = resources.stream()
                .filter(ReferenceGrant.class::isInstance)
                .map(ReferenceGrant.class::cast)
                .toList();
        ReferenceGrants grants = ReferenceGrants.of(existing, settings);
        BackendRefResolver routes = BackendRefResolver.of(targets, grants, plugins, settings);
        CertificateRefResolver others = CertificateRefResolver.of(targets, grants);
        RefusedReferences refused = new RefusedReferences(existing);
        for (ResourceEntry entry : usable) {
            if (entry.resource() instanceof Route route) {
                ResolvedRoute resolved = routes.resolve(route);
                refused.missing.add(resolved.route(), resolved.all());
                refused.add(entry, resolved.diagnostics());
            } else if (CertificateRefResolver.canRefer(entry.resource())) {
                ResolvedReferences resolved = others.resolve(entry.resource());
                refused.missing.add(resolved.resource(), resolved.references());
                refused.add(entry, resolved.diagnostics());
            }
        }
        return refused;
    }

    private void add(ResourceEntry entry, List<Diagnostic> diagnostics) {
        List<Diagnostic> refused = diagnostics.stream()
                .filter(diagnostic -> diagnostic.reason().equals(ReferenceOutcome.REF_NOT_PERMITTED.reason()))
                .toList();
        if (!refused.isEmpty()) {
            referrers.add(entry.key());
            found.addAll(entry.located(refused));
        }
    }

    Diagnostics diagnostics() {
        return Diagnostics.of(found);
    }

    boolean of(ResourceKey key) {
        return referrers.contains(key);
    }

    /** Returns the grants as JSON, each ready to apply. */
    List<Map<String, @Nullable Object>> grants() {
        List<Map<String, @Nullable Object>> grants = new ArrayList<>();
        missing.grants().forEach(grant -> grants.add(CODEC.toMap(grant)));
        return grants;
    }

    /** Returns the grants as YAML documents; empty if nothing was refused. */
    String yaml() {
        StringBuilder text = new StringBuilder();
        missing.grants().forEach(grant -> text.append("---\n").append(CODEC.toYaml(grant)));
        return text.toString();
    }
}
