// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.List;

/** Checks serialised messages against their {@code validate.rules} options, compiled once per type. Thread-safe. */
public final class PgvRules {
    private final RuleCompiler compiler;

    private PgvRules(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    /** Returns the rules of these types. */
    public static PgvRules of(MessageTypes types) {
        return new PgvRules(RuleCompiler.of(types));
    }

    /**
     * Checks a serialised message and reports each violation.
     *
     * @return the type URLs of the Any contents that were not checked, each once, in the order found
     */
    public List<String> check(Descriptor type, byte[] bytes, ViolationSink violations) {
        return WireWalker.check(compiler, compiler.rules(type), bytes, violations);
    }
}
