// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.RefusedResource;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.diagnostics.Severity;
import dev.gatewaybackends.diagnostics.SourceLocation;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.ResourceEntry;
import dev.gatewaybackends.read.UnrecognizedResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources that validation let through, each identity once, in document order. Immutable.
 *
 * <p>A resource that is declared again with the same content is passed over with a warning. Other content is an error,
 * because it is ambiguous: the first declaration counts for references, and a Backend is refused.
 */
public final class ValidResources {
    private final List<ValidResource<?>> valid = new ArrayList<>();
    private final Map<ResourceKey, ValidResource<?>> byKey = new HashMap<>();
    private final Map<ResourceKey, RefusedResource> refused = new LinkedHashMap<>();
    private final Set<ResourceKey> kindsOfNamespaces = new HashSet<>();
    private final List<Diagnostic> duplicates = new ArrayList<>(0);

    private ValidResources(ValidationResult validation) {
        Map<ResourceKey, ResourceVerdict> first = new HashMap<>();
        List<ResourceVerdict> unique = new ArrayList<>(validation.verdicts().size());
        Map<ResourceKey, List<Diagnostic>> conflicts = new HashMap<>();
        for (ResourceVerdict verdict : validation.verdicts()) {
            ResourceKey key = verdict.entry().key();
            boolean recognized = !(verdict.entry().resource() instanceof UnrecognizedResource);
            ResourceVerdict other = recognized && !key.name().isEmpty() ? first.putIfAbsent(key, verdict) : null;
            if (other == null) {
                unique.add(verdict);
            } else {
                addDuplicate(verdict, other, conflicts);
            }
        }
        for (ResourceVerdict verdict : unique) {
            add(verdict, conflicts.getOrDefault(verdict.entry().key(), List.of()), validation);
        }
    }

    /** Returns the resources that a validation let through. */
    public static ValidResources of(ValidationResult validation) {
        return new ValidResources(validation);
    }

    private void add(ResourceVerdict verdict, List<Diagnostic> conflicts, ValidationResult validation) {
        ResourceEntry entry = verdict.entry();
        ResourceKey key = entry.key();
        if (entry.resource() instanceof UnrecognizedResource) {
            if (verdict.isUsable()) {
                valid.add(new ValidResource<>(entry.resource(), entry));
            }
            return;
        }
        kindsOfNamespaces.add(kindOf(key));
        boolean ambiguous = !conflicts.isEmpty() && entry.resource() instanceof Backend;
        if (verdict.isUsable() && !ambiguous) {
            ValidResource<?> resource = new ValidResource<>(entry.resource(), entry);
            valid.add(resource);
            byKey.putIfAbsent(key, resource);
        } else if (!key.name().isEmpty()) {
            List<Diagnostic> findings = new ArrayList<>(
                    verdict.findings().stream().filter(Diagnostic::isError).toList());
            findings.addAll(conflicts);
            String member = validation.memberOf(entry.resource());
            refused.put(
                    key,
                    new RefusedResource(
                            key,
                            entry.resource().metadata().generation(),
                            member == null ? "" : member,
                            verdict.errors(),
                            findings));
        }
    }

    private void addDuplicate(
            ResourceVerdict verdict, ResourceVerdict other, Map<ResourceKey, List<Diagnostic>> conflicts) {
        ResourceEntry entry = verdict.entry();
        boolean same = entry.resource().equals(other.entry().resource());
        SourceLocation place = other.entry().locate(FieldPath.root());
        Diagnostic found = new Diagnostic(
                same ? Severity.WARNING : Severity.ERROR,
                entry.key(),
                FieldPath.root(),
                Reason.DUPLICATE,
                "it is declared again with " + (same ? "the same" : "other") + " content"
                        + (place == null ? "" : "; first at " + place),
                entry.locate(FieldPath.root()));
        duplicates.add(found);
        if (!same) {
            conflicts.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(found);
        }
    }

    /** Returns the resources of a type; those of kinds that are not read are {@link UnrecognizedResource}s. */
    @SuppressWarnings("unchecked") // The type of the resource was checked.
    public <R extends KubernetesResource> List<ValidResource<R>> all(Class<R> type) {
        List<ValidResource<R>> all = new ArrayList<>();
        for (ValidResource<?> resource : valid) {
            if (type.isInstance(resource.resource())) {
                all.add((ValidResource<R>) resource);
            }
        }
        return Collections.unmodifiableList(all);
    }

    /** Returns the resource of this identity and type; null if there is none, or validation refused it. */
    public <R extends KubernetesResource> @Nullable R find(ResourceKey key, Class<R> type) {
        ValidResource<?> resource = byKey.get(key);
        return resource != null && type.isInstance(resource.resource()) ? type.cast(resource.resource()) : null;
    }

    /** Returns what is known of the resource of this identity if validation refused it; else null. */
    public @Nullable RefusedResource refused(ResourceKey key) {
        return refused.get(key);
    }

    /** Returns the resources that validation refused, in document order, those without a name left out. */
    public Collection<RefusedResource> refused() {
        return Collections.unmodifiableCollection(refused.values());
    }

    /** Returns whether a resource of the same kind and namespace is there, be it refused. */
    public boolean hasKindOf(ResourceKey key) {
        return kindsOfNamespaces.contains(kindOf(key));
    }

    private static ResourceKey kindOf(ResourceKey key) {
        return new ResourceKey(key.group(), key.kind(), key.namespace(), "");
    }

    /** Returns which resources are declared again, with places. */
    public Diagnostics duplicates() {
        return Diagnostics.of(duplicates);
    }
}
