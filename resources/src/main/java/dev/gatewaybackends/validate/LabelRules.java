// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the API server checks of labels and annotations. Mirrors {@code ValidateLabels} and {@code ValidateAnnotations}. */
final class LabelRules {
    private static final FieldPath LABELS = FieldPath.of("metadata", "labels");
    private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");
    private static final int MAX_NAME = 63;
    private static final int MAX_PREFIX = 253;
    private static final int MAX_ANNOTATIONS = 256 * 1024;
    private static final String NAME =
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

    private LabelRules() {}

    /** Returns what is wrong. */
    static List<Diagnostic> check(ResourceKey key, ObjectMeta metadata) {
        if (metadata.labels().isEmpty() && metadata.annotations().isEmpty()) {
            return List.of();
        }
        List<Diagnostic> errors = new ArrayList<>(0);
        for (Map.Entry<String, String> label : metadata.labels().entrySet()) {
            errors.addAll(checkKey(key, LABELS, label.getKey()));
            String value = label.getValue();
            if (value != null && (value.length() > MAX_NAME || !(value.isEmpty() || isName(value)))) {
                errors.add(ConstraintMessages.rule(
                        key,
                        LABELS,
                        "a valid label must be an empty string or " + NAME.substring("must ".length()) + ", at most "
                                + MAX_NAME + " of them"));
            }
        }
        long size = 0;
        for (Map.Entry<String, String> annotation : metadata.annotations().entrySet()) {
            errors.addAll(checkKey(key, ANNOTATIONS, annotation.getKey().toLowerCase(Locale.ROOT)));
            size += bytes(annotation.getKey()) + bytes(annotation.getValue());
        }
        if (size > MAX_ANNOTATIONS) {
            errors.add(ConstraintMessages.error(
                    key, ANNOTATIONS, Reason.TOO_LONG, "Too long: may not be more than " + MAX_ANNOTATIONS + " bytes"));
        }
        return errors;
    }

    private static long bytes(String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Checks a qualified name: an optional DNS subdomain and a slash, then a name. */
    private static List<Diagnostic> checkKey(ResourceKey key, FieldPath path, String qualified) {
        List<Diagnostic> errors = new ArrayList<>(0);
        int slash = qualified.indexOf('/');
        String name = qualified.substring(slash + 1);
        if (slash >= 0) {
            String prefix = qualified.substring(0, slash);
            if (prefix.length() > MAX_PREFIX || !MetadataRules.isSubdomain(prefix)) {
                errors.add(ConstraintMessages.rule(
                        key,
                        path,
                        "prefix part must be a lowercase RFC 1123 subdomain of at most " + MAX_PREFIX + " characters"));
            }
        }
        if (name.isEmpty()) {
            errors.add(ConstraintMessages.rule(key, path, "name part must be non-empty"));
        } else if (name.length() > MAX_NAME || !isName(name)) {
            errors.add(ConstraintMessages.rule(key, path, "name part " + NAME + ", at most " + MAX_NAME + " of them"));
        }
        return errors;
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean inner = i > 0 && i < text.length() - 1;
            if (!alphanumeric && !(inner && (c == '-' || c == '_' || c == '.'))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
