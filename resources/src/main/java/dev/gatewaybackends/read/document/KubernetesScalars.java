// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Which type a plain scalar has for the YAML parser of Kubernetes: YAML 1.1 without dates and sexagesimal numbers, and with
 * {@code 0o10}, {@code 08} and exponents without a dot as numbers.
 */
public final class KubernetesScalars extends Resolver {
    private static final String NUMBER_STARTS = "-+0123456789";
    private static final Pattern INTEGER = Pattern.compile("[-+]?(?:0[xX]_*+[0-9a-fA-F][0-9a-fA-F_]*+"
            + "|0[bB]_*+[01][01_]*+|0[oO]_*+[0-7][0-7_]*+|0[0-7_]*+|[1-9][0-9_]*+)");
    private static final Pattern FLOATING =
            Pattern.compile("[-+]?(?:\\.[0-9][0-9_]*+|[0-9][0-9_]*+(?:\\.[0-9_]*+)?)(?:[eE][-+]?[0-9]++)?"
                    + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
        addImplicitResolver(Tag.INT, INTEGER, NUMBER_STARTS, Integer.MAX_VALUE);
        addImplicitResolver(Tag.FLOAT, FLOATING, NUMBER_STARTS + ".", Integer.MAX_VALUE);
        addImplicitResolver(Tag.MERGE, MERGE, "<");
        addImplicitResolver(Tag.NULL, NULL, "~nN");
        addImplicitResolver(Tag.NULL, EMPTY, null);
    }
}
