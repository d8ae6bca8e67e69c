// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Components;
import dev.gatewaybackends.constraints.IpAddressFor;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.constraints.OneOf;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.constraints.UnionMember;
import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Quotes;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.diagnostics.Severity;
import dev.gatewaybackends.read.WrittenNumber;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of violated constraints, in the API server's form. */
final class ConstraintMessages {
    /** Where a CEL rule speaks: what follows is the rule's own message. */
    private static final String RULE = "Invalid value: ";

    private ConstraintMessages() {}

    /**
     * Returns what the API server says of a violation.
     *
     * @param place the field
     * @param written the number that the document has there, where the resource shows another one
     */
    static Diagnostic diagnostic(
            ResourceKey resource,
            JsonPaths.Place place,
            ConstraintViolation<?> violation,
            @Nullable WrittenNumber written) {
        FieldPath path = place.path();
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        Object value = violation.getInvalidValue();
        String number = written == null ? String.valueOf(value) : written.text();
        if (constraint instanceof NotNull) {
            return error(resource, path, Reason.REQUIRED, "Required value");
        }
        if (constraint instanceof Chars chars && value instanceof String text) {
            return text.codePointCount(0, text.length()) > chars.max()
                    ? error(resource, path, Reason.TOO_LONG, "Too long: may not be more than " + chars.max() + " bytes")
                    : invalid(
                            resource,
                            path,
                            Quotes.quoted(text, place.sensitive()),
                            "should be at least " + chars.min() + " chars long");
        }
        if (constraint instanceof Matches matches) {
            return invalid(
                    resource,
                    path,
                    Quotes.quoted(String.valueOf(value), place.sensitive()),
                    "should match '" + matches.value() + "'");
        }
        if (constraint instanceof Size size) {
            return size(resource, path, count(value), size.min(), size.max());
        }
        if (constraint instanceof NotEmpty) {
            return size(resource, path, 0, 1, Integer.MAX_VALUE);
        }
        if (constraint instanceof Min min) {
            return invalid(resource, path, number, "should be greater than or equal to " + limit(min.value(), written));
        }
        if (constraint instanceof Max max) {
            return invalid(resource, path, number, "should be less than or equal to " + limit(max.value(), written));
        }
        if (constraint instanceof OneOf oneOf) {
            List<String> supported =
                    Arrays.stream(oneOf.value()).mapToObj(String::valueOf).toList();
            return unsupportedValue(resource, path, number, supported);
        }
        if (constraint instanceof IpAddressFor address && value instanceof Record owner) {
            String found = Quotes.quoted(String.valueOf(Components.value(owner, address.field())), place.sensitive());
            return error(
                    resource,
                    path,
                    Reason.TYPE_INVALID,
                    RULE + found + ": " + path + " in body " + address.message() + ": " + found);
        }
        if (constraint instanceof UniqueBy) {
            return error(resource, path, Reason.DUPLICATE, "Duplicate value");
        }
        return error(resource, path, Reason.INVALID, RULE + violation.getMessageTemplate());
    }

    /** Returns whether the violation is one of a CEL rule, which the API server does not check on an unfit object. */
    static boolean isRule(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        return constraint instanceof Rule || constraint instanceof UnionMember;
    }

    static Diagnostic rule(ResourceKey resource, FieldPath path, String message) {
        return error(resource, path, Reason.INVALID, RULE + message);
    }

    static Diagnostic unsupported(ResourceKey resource, FieldPath path, String value, Collection<String> supported) {
        return unsupportedValue(resource, path, Quotes.quoted(value), supported);
    }

    private static Diagnostic unsupportedValue(
            ResourceKey resource, FieldPath path, String value, Collection<String> supported) {
        return error(
                resource,
                path,
                Reason.NOT_SUPPORTED,
                "Unsupported value: " + value + ": supported values: \"" + String.join("\", \"", supported) + "\"");
    }

    private static Diagnostic size(ResourceKey resource, FieldPath path, int count, int min, int max) {
        return count > max
                ? error(resource, path, Reason.TOO_MANY, "Too many: " + count + ": must have at most " + max + " items")
                : invalid(resource, path, String.valueOf(count), "should have at least " + min + " items");
    }

    private static String limit(long value, @Nullable WrittenNumber written) {
        return written == null ? String.valueOf(value) : written.likeThis(value);
    }

    private static int count(Object value) {
        return value instanceof Collection<?> list ? list.size() : value instanceof Map<?, ?> map ? map.size() : 0;
    }

    private static Diagnostic invalid(ResourceKey resource, FieldPath path, String found, String rule) {
        return error(resource, path, Reason.INVALID, RULE + found + ": " + path + " in body " + rule);
    }

    static Diagnostic error(ResourceKey resource, FieldPath path, Reason reason, String message) {
        return new Diagnostic(Severity.ERROR, resource, path, reason, message, null);
    }
}
