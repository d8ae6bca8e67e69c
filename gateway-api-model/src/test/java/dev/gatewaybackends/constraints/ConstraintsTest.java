// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.gatewayapi.Violations;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsTest {
    record Texts(
            @Nullable @Chars(min = 1, max = 2) String text,
            @Nullable @DateTime String time) {}

    record Codes(List<@OneOf({1, 2}) Integer> codes) {}

    record Item(@Nullable String name, String value) {}

    record Lists(
            @UniqueBy("name") List<Item> items, @UniqueBy List<String> set) {}

    @ParameterizedTest
    @CsvSource({"'', false", "a, true", "ab, true", "abc, false", "😀😀, true", "😀😀😀, false", ", true"})
    void chars_text_isCountedInCodePoints(@Nullable String text, boolean valid) {
        assertThat(Violations.standard(new Texts(text, null)).isEmpty()).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T23:59:59Z, true",
        "2026-01-31t23:59:59.123456789+01:00, true",
        "2026-02-30T00:00:00Z, false",
        "2026-01-31, false",
        "2026-01-31T23:59:59, false",
        "now, false"
    })
    void dateTime_text_isReadAsRfc3339(String time, boolean valid) {
        assertThat(Violations.standard(new Texts(null, time)).isEmpty()).isEqualTo(valid);
    }

    @Test
    void oneOf_otherValue_isReportedAtItsIndex() {
        assertThat(Violations.standard(new Codes(Arrays.asList(1, null, 2, 3))))
                .containsExactly("codes[3].<list element>: @OneOf");
    }

    @Test
    void uniqueBy_repeatedKeys_areReportedOnceForEachKey() {
        List<Item> items = Arrays.asList(
                new Item("a", "1"),
                new Item("A", "1"),
                null,
                new Item("a", "2"),
                new Item("b", "2"),
                new Item("a", "1"));

        assertThat(Violations.standard(new Lists(items, List.of("x", "X", "x"))))
                .containsExactly("items[3]: @UniqueBy", "set[2]: @UniqueBy");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void uniqueBy_fewItems_areValid(int size) {
        List<Item> items = List.of(new Item("a", "1")).subList(0, size);

        assertThat(Violations.standard(new Lists(items, List.of()))).isEmpty();
    }
}
