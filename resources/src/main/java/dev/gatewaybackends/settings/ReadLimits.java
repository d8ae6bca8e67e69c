// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.settings;

/**
 * What the reader accepts before it gives up on a document.
 *
 * <p>Every limit is reported as an {@code Unreadable} diagnostic and costs only the document, except
 * {@link #maxInputBytes}, which costs the input.
 *
 * @param maxInputBytes the size of one file or stream
 * @param maxDocumentChars the length of one document, in UTF-16 units
 * @param maxScalarChars the length of one key or string, in UTF-16 units; numbers have at most 1,000 characters
 * @param maxDepth how deep objects and lists may nest
 * @param maxAliases how many aliases of objects and lists one document may have
 * @param maxAliasedValues how many values the aliases and merges of objects and lists in one document may add to it
 */
public record ReadLimits(
        long maxInputBytes,
        int maxDocumentChars,
        int maxScalarChars,
        int maxDepth,
        int maxAliases,
        int maxAliasedValues) {
    /** 1 GiB per input, 64 Mi characters per document, 2 Mi per scalar, depth 64, 100 aliases that add 100,000 values. */
    public static final ReadLimits DEFAULTS = new ReadLimits(1L << 30, 1 << 26, 1 << 21, 64, 100, 100_000);

    /** Requires positive limits. */
    public ReadLimits {
        if (maxInputBytes < 1 || maxDocumentChars < 1 || maxScalarChars < 1 || maxDepth < 1) {
            throw new IllegalArgumentException("sizes and depth must be positive");
        }
        if (maxAliases < 0 || maxAliasedValues < 0) {
            throw new IllegalArgumentException("alias limits must not be negative");
        }
    }

    /** Returns the same limits with another size of an input. */
    public ReadLimits withMaxInputBytes(long bytes) {
        return new ReadLimits(bytes, maxDocumentChars, maxScalarChars, maxDepth, maxAliases, maxAliasedValues);
    }

    /** Returns the same limits with another length of a document. */
    public ReadLimits withMaxDocumentChars(int chars) {
        return new ReadLimits(maxInputBytes, chars, maxScalarChars, maxDepth, maxAliases, maxAliasedValues);
    }

    /** Returns the same limits with another length of a scalar. */
    public ReadLimits withMaxScalarChars(int chars) {
        return new ReadLimits(maxInputBytes, maxDocumentChars, chars, maxDepth, maxAliases, maxAliasedValues);
    }

    /** Returns the same limits with another depth. */
    public ReadLimits withMaxDepth(int depth) {
        return new ReadLimits(maxInputBytes, maxDocumentChars, maxScalarChars, depth, maxAliases, maxAliasedValues);
    }

    /** Returns the same limits with other limits on aliases. */
    public ReadLimits withMaxAliases(int aliases, int aliasedValues) {
        return new ReadLimits(maxInputBytes, maxDocumentChars, maxScalarChars, maxDepth, aliases, aliasedValues);
    }
}
