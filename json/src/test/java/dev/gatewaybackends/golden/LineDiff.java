// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.golden;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts, line by line, as {@code diff -u} shows it. */
final class LineDiff {
    private static final int CONTEXT = 3;

    private LineDiff() {}

    /** Returns lines marked {@code -} where only the expected text has them and {@code +} where only the actual one has. */
    static String of(String expected, String actual) {
        List<String> marked = marked(expected.lines().toList(), actual.lines().toList());
        StringBuilder shown = new StringBuilder();
        int last = -1;
        for (int i = 0; i < marked.size(); i++) {
            if (isNearChange(marked, i)) {
                if (last >= 0 && last < i - 1) {
                    shown.append("  ...\n");
                }
                shown.append(marked.get(i)).append('\n');
                last = i;
            }
        }
        return shown.toString();
    }

    private static boolean isNearChange(List<String> marked, int line) {
        int from = Math.max(0, line - CONTEXT);
        int to = Math.min(marked.size(), line + CONTEXT + 1);
        return marked.subList(from, to).stream().anyMatch(text -> text.charAt(0) != ' ');
    }

    private static List<String> marked(List<String> expected, List<String> actual) {
        int[][] common = longestCommon(expected, actual);
        List<String> marked = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < actual.size()) {
            if (i < expected.size() && j < actual.size() && expected.get(i).equals(actual.get(j))) {
                marked.add("  " + expected.get(i));
                i++;
                j++;
            } else if (j == actual.size() || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
                marked.add("- " + expected.get(i));
                i++;
            } else {
                marked.add("+ " + actual.get(j));
                j++;
            }
        }
        return marked;
    }

    /** Returns, for each pair of positions, how many lines the rests have in common. */
    private static int[][] longestCommon(List<String> expected, List<String> actual) {
        int[][] common = new int[expected.size() + 1][actual.size() + 1];
        for (int i = expected.size() - 1; i >= 0; i--) {
            for (int j = actual.size() - 1; j >= 0; j--) {
                common[i][j] = expected.get(i).equals(actual.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
