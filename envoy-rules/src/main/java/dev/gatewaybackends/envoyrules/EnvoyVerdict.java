// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import java.util.List;
import java.util.stream.Collectors;

/** The result of {@link EnvoyRules} for one message. Immutable. */
public final class EnvoyVerdict {
    private static final EnvoyVerdict ACCEPTED = new EnvoyVerdict(List.of(), List.of());

    private final List<RuleViolation> violations;
    private final List<String> uncheckedTypes;

    private EnvoyVerdict(List<RuleViolation> violations, List<String> uncheckedTypes) {
        this.violations = violations;
        this.uncheckedTypes = uncheckedTypes;
    }

    static EnvoyVerdict of(List<RuleViolation> violations, List<String> uncheckedTypes) {
        return violations.isEmpty() && uncheckedTypes.isEmpty()
                ? ACCEPTED
                : new EnvoyVerdict(List.copyOf(violations), List.copyOf(uncheckedTypes));
    }

    /** Returns whether there are no violations; unchecked types do not count. */
    public boolean isAccepted() {
        return violations.isEmpty();
    }

    /** Returns what was found: the proto rules in field order, then the start-up checks. */
    public List<RuleViolation> violations() {
        return violations;
    }

    /**
     * Returns the type URLs of the Any contents that were not checked, each once, in the order found: unknown types, and
     * {@code TypedStruct}, which is a JSON form of another type.
     */
    public List<String> uncheckedTypes() {
        return uncheckedTypes;
    }

    /** Returns one line for each violation. */
    @Override
    public String toString() {
        return violations.stream().map(RuleViolation::toString).collect(Collectors.joining("\n"));
    }
}
