// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import java.util.ArrayList;
import java.util.List;

/** Collects violations. */
final class Findings {
    private final List<RuleViolation> all = new ArrayList<>(0);

    void add(String path, String message) {
        all.add(new RuleViolation(path, message));
    }

    List<RuleViolation> all() {
        return all;
    }
}
