// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules of a message type, compiled at the first such message, because types refer to each other in cycles. */
final class LazyRules {
    private final Supplier<MessageRules> source;
    private volatile @Nullable MessageRules rules;

    private LazyRules(Supplier<MessageRules> source) {
        this.source = source;
    }

    static LazyRules of(Descriptor type, RuleCompiler compiler) {
        return new LazyRules(() -> compiler.rules(type));
    }

    static LazyRules of(MessageRules rules) {
        return new LazyRules(() -> rules);
    }

    MessageRules get() {
        MessageRules known = rules;
        if (known == null) {
            known = source.get();
            rules = known;
        }
        return known;
    }
}
