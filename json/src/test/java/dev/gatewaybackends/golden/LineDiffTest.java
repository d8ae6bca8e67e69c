// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineDiffTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                    | ''                    | ''
                    a b c                 | a b c                 | ''
                    a b c                 | a x c                 | ' a;-b;+x; c'
                    a b c                 | a c                   | ' a;-b; c'
                    a c                   | a b c                 | ' a;+b; c'
                    ''                    | a                     | '+a'
                    a                     | ''                    | '-a'
                    1 2 3 4 5 6 7 8 9     | 1 2 3 4 5 6 7 8       | ' 6; 7; 8;-9'
                    0 1 2 3 4 5 6 7 8 9 a | 1 2 3 4 5 6 7 8 9     | '-0; 1; 2; 3; ...; 7; 8; 9;-a'
                    """)
    void of_texts_marksChangesWithThreeLinesAround(String expected, String actual, String diff) {
        assertThat(LineDiff.of(expected.replace(' ', '\n'), actual.replace(' ', '\n'))
                        .lines()
                        .map(line -> line.charAt(0) + line.substring(2)))
                .containsExactly(diff.isEmpty() ? new String[0] : diff.split(";", -1));
    }
}
