// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of code points. It does not change after its expression is compiled. */
final class CodePointRanges {
    private final List<Range> ranges = new ArrayList<>();

    private record Range(int first, int last) {}

    CodePointRanges add(int first, int last) {
        ranges.add(new Range(first, last));
        return this;
    }

    CodePointRanges addAll(CodePointRanges others) {
        ranges.addAll(others.ranges);
        return this;
    }

    boolean isOne() {
        return ranges.size() == 1 && ranges.get(0).first() == ranges.get(0).last();
    }

    int first() {
        return ranges.get(0).first();
    }

    CodePointRanges negated() {
        CodePointRanges result = new CodePointRanges();
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(Range::first));
        int from = 0;
        for (Range range : sorted) {
            if (range.first() > from) {
                result.add(from, range.first() - 1);
            }
            from = Math.max(from, range.last() + 1);
        }
        return from <= Character.MAX_CODE_POINT ? result.add(from, Character.MAX_CODE_POINT) : result;
    }

    boolean contains(int codePoint) {
        for (Range range : ranges) {
            if (codePoint >= range.first() && codePoint <= range.last()) {
                return true;
            }
        }
        return false;
    }
}
