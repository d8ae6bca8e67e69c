// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Quotes;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Severity;
import dev.gatewaybackends.diagnostics.SourceLocation;
import dev.gatewaybackends.read.document.Positions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one object while it is bound. The texts are the API server's. */
final class Problems {
    private final List<Problem> found = new ArrayList<>(0);
    private final Map<FieldPath, WrittenNumber> written = new LinkedHashMap<>(0);
    private final boolean isOfJson;
    private boolean statusOnly;
    private boolean sensitive;

    /**
     * Starts without problems.
     *
     * @param isOfJson whether the object is written as JSON text
     */
    Problems(boolean isOfJson) {
        this.isOfJson = isOfJson;
    }

    /**
     * A problem whose place is not looked up yet.
     *
     * @param line the line within the document, from 0, where it is not the path's; else -1
     * @param column the column that goes with it
     */
    record Problem(Severity severity, FieldPath path, Reason reason, String message, int line, int column) {
        Problem(Severity severity, FieldPath path, Reason reason, String message) {
            this(severity, path, reason, message, -1, -1);
        }

        SourceLocation locate(Positions positions) {
            return line < 0 ? positions.locate(path) : positions.at(line, column);
        }
    }

    /** Returns the problem of a key that an object has twice. */
    static Problem duplicateKey(FieldPath path, int line, int column) {
        return new Problem(Severity.ERROR, path, Reason.DUPLICATE, "the key is there already", line, column);
    }

    List<Problem> found() {
        return found;
    }

    /** Returns the numbers that the resource cannot show, outside its status. */
    Map<FieldPath, WrittenNumber> written() {
        return written;
    }

    boolean isOfJson() {
        return isOfJson;
    }

    /** From here on problems lie in {@code status}, which never makes an object invalid. */
    void enterStatus(boolean inside) {
        statusOnly = inside;
    }

    /** Returns whether values were not to be shown; from here on they are, or are not. */
    boolean hideValues(boolean hide) {
        boolean before = sensitive;
        sensitive = hide;
        return before;
    }

    boolean isInStatus() {
        return statusOnly;
    }

    void wrongType(FieldPath path, String wanted, JsonNode node) {
        String type = typeOf(node);
        error(
                path,
                Reason.TYPE_INVALID,
                "Invalid value: \"" + type + "\": " + path + " in body must be of type " + wanted + ": \"" + type
                        + "\"");
    }

    /** Reports a value that the format does not allow, and whose type the API server gives in Go's words or not at all. */
    void wrongFormat(FieldPath path, String format, String type) {
        error(
                path,
                Reason.TYPE_INVALID,
                "Invalid value: \"" + type + "\": " + path + " in body must be of type " + format + ": \"" + type
                        + "\"");
    }

    /** Reports a number that is none of the format; none given is int64 under another name. */
    void outOfFormat(FieldPath path, @Nullable String format) {
        error(
                path,
                Reason.INVALID,
                "Invalid value: \"\": Checked value must be of type integer "
                        + (format == null ? "(default format)" : "with format " + format) + " in " + path);
    }

    /** Keeps what a number is that the resource shows as another one. */
    void written(FieldPath path, WrittenNumber number) {
        if (!statusOnly) {
            written.put(path, number);
        }
    }

    void unsupported(FieldPath path, String value, List<String> supported) {
        error(
                path,
                Reason.NOT_SUPPORTED,
                "Unsupported value: " + Quotes.quoted(value, sensitive) + ": supported values: \""
                        + String.join("\", \"", supported) + "\"");
    }

    void unknownField(FieldPath path) {
        found.add(new Problem(Severity.WARNING, path, Reason.UNKNOWN_FIELD, "unknown field"));
    }

    void error(FieldPath path, Reason reason, String message) {
        found.add(new Problem(statusOnly ? Severity.WARNING : Severity.ERROR, path, reason, message));
    }

    private static String typeOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT -> "object";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> node.isIntegralNumber() && node.canConvertToLong() ? "integer" : "number";
            default -> "null";
        };
    }
}
