// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.diagnostics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Findings in the order they were made: by stage, and within a stage by document and field. Immutable.
 */
public final class Diagnostics implements Iterable<Diagnostic> {
    private static final Diagnostics NONE = new Diagnostics(List.of());

    private final List<Diagnostic> all;

    private Diagnostics(List<Diagnostic> all) {
        this.all = all;
    }

    /** Returns no findings. */
    public static Diagnostics none() {
        return NONE;
    }

    /** Returns these findings, in this order. */
    public static Diagnostics of(List<Diagnostic> all) {
        return all.isEmpty() ? NONE : new Diagnostics(List.copyOf(all));
    }

    /** Returns these findings and then those of the next stage. */
    public Diagnostics and(Diagnostics next) {
        if (all.isEmpty() || next.all.isEmpty()) {
            return all.isEmpty() ? next : this;
        }
        List<Diagnostic> both = new ArrayList<>(all.size() + next.all.size());
        both.addAll(all);
        both.addAll(next.all);
        return of(both);
    }

    /** Returns every finding. */
    public List<Diagnostic> all() {
        return all;
    }

    /** Returns the findings of severity {@link Severity#ERROR}. */
    public List<Diagnostic> errors() {
        return all.stream().filter(Diagnostic::isError).toList();
    }

    /** Returns the findings of severity {@link Severity#WARNING}. */
    public List<Diagnostic> warnings() {
        return all.stream().filter(d -> d.severity() == Severity.WARNING).toList();
    }

    /** Returns whether there is an error. */
    public boolean hasErrors() {
        return all.stream().anyMatch(Diagnostic::isError);
    }

    /** Returns whether there is no finding at all. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns the findings about one resource. */
    public Diagnostics forResource(ResourceKey resource) {
        return of(all.stream().filter(d -> resource.equals(d.resource())).toList());
    }

    @Override
    public Iterator<Diagnostic> iterator() {
        return all.iterator();
    }

    /** Returns one line for each finding. */
    @Override
    public String toString() {
        return all.stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
    }
}
