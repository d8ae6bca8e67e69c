// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@link EnvoyRules} thinks of one message. Immutable. */
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

    EnvoyVerdict and(List<RuleViolation> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<RuleViolation> all = new ArrayList<>(violations);
        all.addAll(more);
        return new EnvoyVerdict(List.copyOf(all), uncheckedTypes);
    }

    /** Returns whether nothing was found; what could not be looked into does not count. */
    public boolean isAccepted() {
        return violations.isEmpty();
    }

    /** Returns what was found: the proto rules in field order, then the start-up checks. */
    public List<RuleViolation> violations() {
        return violations;
    }

    /**
     * Returns the type URLs of the Any contents that were passed over, each once, in the order met: types nobody knows, and
     * {@code TypedStruct}, which stands for a message of another type.
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
