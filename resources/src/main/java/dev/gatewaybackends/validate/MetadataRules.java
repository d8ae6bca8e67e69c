// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import java.util.ArrayList;
import java.util.List;

/** What the API server demands of the metadata of every object. */
final class MetadataRules {
    private static final FieldPath NAME = FieldPath.of("metadata", "name");
    private static final FieldPath NAMESPACE = FieldPath.of("metadata", "namespace");
    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;

    private MetadataRules() {}

    /** Returns what is wrong. */
    static List<Diagnostic> check(ResourceKey key, ObjectMeta metadata) {
        List<Diagnostic> errors = new ArrayList<>(0);
        String name = metadata.name();
        if (name == null || name.isEmpty()) {
            String prefix = metadata.generateName();
            if (prefix == null || prefix.isEmpty()) {
                errors.add(ConstraintMessages.error(
                        key, NAME, Reason.REQUIRED, "Required value: name or generateName is required"));
            }
        } else if (name.length() > MAX_NAME || !isSubdomain(name)) {
            errors.add(ConstraintMessages.rule(
                    key,
                    NAME,
                    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and "
                            + "must start and end with an alphanumeric character, at most " + MAX_NAME + " of them"));
        }
        String namespace = metadata.namespace();
        if (namespace != null && (namespace.length() > MAX_LABEL || !isLabel(namespace, 0, namespace.length()))) {
            errors.add(ConstraintMessages.rule(
                    key,
                    NAMESPACE,
                    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must "
                            + "start and end with an alphanumeric character, at most " + MAX_LABEL + " of them"));
        }
        errors.addAll(LabelRules.check(key, metadata));
        return errors;
    }

    static boolean isSubdomain(String text) {
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
            if (!isLabel(text, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return isLabel(text, start, text.length());
    }

    private static boolean isLabel(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!alphanumeric && (c != '-' || i == start || i == end - 1)) {
                return false;
            }
        }
        return end > start;
    }
}
