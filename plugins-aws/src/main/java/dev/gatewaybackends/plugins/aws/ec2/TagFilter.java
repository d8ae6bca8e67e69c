// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the tags of an instance must be like. Mirrors {@code spec.aws.ec2.filters[]}.
 *
 * @param key the key of a tag that it must have, whatever the value
 * @param keyValue a tag that it must have with this value
 */
@ModelType
@Rule(check = TagFilter.OneForm.class, message = "exactly one of the fields in [key keyValue] must be set")
public record TagFilter(
        @Nullable @Chars(min = 1, max = 128) String key,
        @Nullable @Valid TagKeyValue keyValue) {

    /** Returns a filter that a tag of any value meets. */
    public static TagFilter key(String key) {
        return new TagFilter(key, null);
    }

    /** Returns a filter that a tag of this value meets. */
    public static TagFilter keyValue(String key, String value) {
        return new TagFilter(null, new TagKeyValue(key, value));
    }

    /** Returns {@code key} or {@code key=value}. */
    String text() {
        return keyValue == null ? String.valueOf(key) : keyValue.key() + "=" + keyValue.value();
    }

    /** Exactly one of the two forms is given. */
    static final class OneForm implements Predicate<TagFilter> {
        @Override
        public boolean test(TagFilter filter) {
            return (filter.key() == null) != (filter.keyValue() == null);
        }
    }
}
