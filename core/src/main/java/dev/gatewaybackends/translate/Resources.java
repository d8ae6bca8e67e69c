// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.diagnostics.Severity;
import dev.gatewaybackends.diagnostics.SourceLocation;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.read.ResourceEntry;
import dev.gatewaybackends.read.UnrecognizedResource;
import dev.gatewaybackends.references.ReferenceTargets;
import dev.gatewaybackends.spi.ResourceLookup;
import dev.gatewaybackends.validate.ResourceVerdict;
import dev.gatewaybackends.validate.ValidationResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The validated resources of one translation, each identity once.
 *
 * <p>A resource that is declared again with the same content is passed over with a warning. With other content nobody can
 * say which one is meant: that is an error, the first one stands for references, and a Backend yields nothing.
 */
final class Resources implements ResourceLookup {
    private final Map<ResourceKey, ResourceVerdict> first = new HashMap<>();
    private final List<ResourceVerdict> inOrder = new ArrayList<>();
    private final Map<ResourceKey, List<Diagnostic>> conflicts = new HashMap<>();
    private final List<Diagnostic> duplicates = new ArrayList<>(0);
    private final ReferenceTargets targets;

    Resources(ValidationResult validation) {
        List<KubernetesResource> existing = new ArrayList<>();
        List<ResourceKey> invalid = new ArrayList<>();
        for (ResourceVerdict verdict : validation.verdicts()) {
            KubernetesResource resource = verdict.entry().resource();
            if (resource instanceof UnrecognizedResource) {
                continue;
            }
            ResourceKey key = verdict.entry().key();
            ResourceVerdict other = key.name().isEmpty() ? null : first.putIfAbsent(key, verdict);
            if (other == null) {
                inOrder.add(verdict);
                existing.add(resource);
                if (!verdict.isUsable()) {
                    invalid.add(key);
                }
            } else {
                duplicate(verdict, other);
            }
        }
        this.targets = ReferenceTargets.of(existing, invalid);
    }

    private void duplicate(ResourceVerdict verdict, ResourceVerdict other) {
        ResourceEntry entry = verdict.entry();
        boolean same = entry.resource().equals(other.entry().resource());
        Diagnostic found = entry.located(List.of(new Diagnostic(
                        same ? Severity.WARNING : Severity.ERROR,
                        entry.key(),
                        FieldPath.root(),
                        Reason.DUPLICATE,
                        same
                                ? "it is declared again with the same content" + place(other)
                                : "it is declared again with other content" + place(other),
                        null)))
                .get(0);
        duplicates.add(found);
        if (!same) {
            conflicts.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(found);
        }
    }

    private static String place(ResourceVerdict other) {
        SourceLocation location = other.entry()
                .located(List.of(new Diagnostic(
                        Severity.INFO, other.entry().key(), FieldPath.root(), Reason.DUPLICATE, "", null)))
                .get(0)
                .location();
        return location == null ? "" : "; first at " + location;
    }

    /** Returns all Backends, usable or not. */
    List<ResourceVerdict> backends() {
        return inOrder.stream()
                .filter(verdict -> verdict.entry().resource() instanceof Backend)
                .toList();
    }

    /** Returns the resources of a type that can take part in the translation. */
    List<ResourceEntry> usable(Class<? extends KubernetesResource> type) {
        return inOrder.stream()
                .filter(verdict -> type.isInstance(verdict.entry().resource()) && verdict.isUsable())
                .map(ResourceVerdict::entry)
                .toList();
    }

    /** Returns what references can lead to: everything that exists, valid or not. */
    ReferenceTargets targets() {
        return targets;
    }

    Diagnostics duplicates() {
        return Diagnostics.of(duplicates);
    }

    List<Diagnostic> duplicatesOf(ResourceKey key) {
        return conflicts.getOrDefault(key, List.of());
    }

    @Override
    public @Nullable Secret secret(String namespace, String name) {
        return targets.find(new ResourceKey("", Secret.KIND, namespace, name), Secret.class);
    }

    @Override
    public @Nullable Backend backend(String namespace, String name) {
        return targets.find(new ResourceKey(Backend.GROUP, Backend.KIND, namespace, name), Backend.class);
    }

    @Override
    public boolean isRefused(String namespace, String name) {
        ResourceKey key = new ResourceKey(Backend.GROUP, Backend.KIND, namespace, name);
        ResourceVerdict verdict = first.get(key);
        return verdict != null && (!verdict.isUsable() || conflicts.containsKey(key));
    }
}
