// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrant;
import dev.gatewaybackends.read.ResourceCodec;
import dev.gatewaybackends.references.MissingReferenceGrants;
import dev.gatewaybackends.references.ReferenceOutcome;
import dev.gatewaybackends.references.ReferenceResolver;
import dev.gatewaybackends.references.ResolvedReference;
import dev.gatewaybackends.references.ResolvedResources;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.validate.ValidResource;
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
        ResolvedResources resolved = ReferenceResolver.builder()
                .plugins(plugins)
                .settings(settings)
                .build()
                .resolve(validation);
        RefusedReferences refused = new RefusedReferences(resolved.resources().all(ReferenceGrant.class).stream()
                .map(ValidResource::resource)
                .toList());
        resolved.routes().forEach(route -> refused.add(route.route(), route.all(), route.diagnostics()));
        resolved.references().forEach(other -> refused.add(other.resource(), other.references(), other.diagnostics()));
        return refused;
    }

    private void add(ResourceKey referrer, List<? extends ResolvedReference> references, Diagnostics diagnostics) {
        missing.add(referrer, references);
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.reason().equals(ReferenceOutcome.REF_NOT_PERMITTED.reason())) {
                referrers.add(referrer);
                found.add(diagnostic);
            }
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
