// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The name of the Java class generated for a proto message.
 *
 * <p>Only families whose name follows from the proto name have one. Type URLs are untrusted input, and naming a class may
 * run its initialiser: nothing outside these packages is ever named.
 */
final class MessageClassName {
    private static final Map<String, String> JAVA_PACKAGES = Map.of(
            "envoy.", "io.envoyproxy.envoy.",
            "xds.", "com.github.xds.",
            "udpa.", "com.github.udpa.udpa.",
            "google.protobuf.", "com.google.protobuf.");

    private MessageClassName() {}

    /** Returns the binary class name, null for a name of another family or no name at all. */
    static @Nullable String of(String fullName) {
        for (Map.Entry<String, String> family : JAVA_PACKAGES.entrySet()) {
            if (fullName.startsWith(family.getKey())) {
                return javaName(
                        family.getValue(), fullName.substring(family.getKey().length()));
            }
        }
        return null;
    }

    private static @Nullable String javaName(String javaPackage, String rest) {
        StringBuilder name = new StringBuilder(javaPackage);
        boolean inMessage = false;
        for (String part : rest.split("\\.", -1)) {
            if (!isIdentifier(part)) {
                return null;
            }
            if (name.charAt(name.length() - 1) != '.') {
                name.append(inMessage ? '$' : '.');
            }
            inMessage |= Character.isUpperCase(part.charAt(0));
            name.append(part);
        }
        return inMessage ? name.toString() : null;
    }

    private static boolean isIdentifier(String part) {
        return !part.isEmpty()
                && !Character.isDigit(part.charAt(0))
                && part.chars().allMatch(c -> c < 128 && (c == '_' || Character.isLetterOrDigit(c)));
    }
}
