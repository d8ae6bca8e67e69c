// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.CrdPattern;
import java.util.Map;
import java.util.function.Predicate;

/** CEL rules for the labels and annotations of a Gateway's infrastructure. */
final class InfrastructureRules {
    private static final CrdPattern KEY =
            CrdPattern.compile("^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
                    + "([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$");
    private static final int MAX_PREFIX = 253;

    private InfrastructureRules() {}

    /** Every key is a name with an optional DNS name as prefix. */
    static final class Keys implements Predicate<Map<String, String>> {
        /** The message of the CRD after its first word. */
        static final String MESSAGE = " keys must be in the form of an optional DNS subdomain prefix "
                + "followed by a required name segment of up to 63 characters.";

        @Override
        public boolean test(Map<String, String> entries) {
            return entries.keySet().stream().allMatch(KEY::foundIn);
        }
    }

    /** The part of a key before the slash, or a key without slash, is shorter than 253 characters. */
    static final class Prefixes implements Predicate<Map<String, String>> {
        /** The message of the CRD after its first words. */
        static final String MESSAGE = " key's prefix must be a DNS subdomain not longer than 253 characters in total.";

        @Override
        public boolean test(Map<String, String> entries) {
            return entries.keySet().stream().allMatch(key -> {
                int slash = key.indexOf('/');
                return key.codePointCount(0, slash < 0 ? key.length() : slash) < MAX_PREFIX;
            });
        }
    }
}
