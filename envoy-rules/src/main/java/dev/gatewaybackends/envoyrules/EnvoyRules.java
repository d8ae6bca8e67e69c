// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.Objects;

/**
 * Says what Envoy would refuse in a message, without an Envoy.
 *
 * <p>The proto rules are the {@code validate.rules} options of Envoy's own protos, evaluated on the serialised message and
 * inside every Any whose type is known. A {@link Cluster} then gets checks that Envoy makes when it builds one. Thread-safe;
 * the rules of a type are compiled when it is first met and kept, so share one instance.
 */
public final class EnvoyRules {
    private final EnvoyDescriptors descriptors;
    private final RuleCompiler compiler;

    private EnvoyRules(EnvoyDescriptors descriptors) {
        this.descriptors = descriptors;
        this.compiler = RuleCompiler.of(descriptors);
    }

    /** Returns the rules of Envoy's own types. */
    public static EnvoyRules create() {
        return of(EnvoyDescriptors.create());
    }

    /**
     * Returns the rules of these types: Envoy's own and those that were {@linkplain EnvoyDescriptors.Builder#add added}, such as
     * the configuration of an extension of one's own. Every rule of {@code validate/validate.proto} is applied to them, the ones
     * that Envoy's protos do not use included.
     */
    public static EnvoyRules of(EnvoyDescriptors descriptors) {
        return new EnvoyRules(Objects.requireNonNull(descriptors, "descriptors"));
    }

    /** Checks a message: the proto rules, and for a {@link Cluster} also what Envoy checks at start-up. */
    public EnvoyVerdict check(Message message) {
        return check(message, message.toByteArray());
    }

    /**
     * Checks a message whose serialised form is at hand.
     *
     * @param message the message
     * @param bytes the same message, serialised
     */
    public EnvoyVerdict check(Message message, ByteString bytes) {
        return check(message, bytes.toByteArray());
    }

    /** Checks a serialised message against the proto rules alone. */
    public EnvoyVerdict check(Descriptor type, ByteString bytes) {
        return WireWalker.check(compiler, compiler.rules(type), bytes.toByteArray());
    }

    private EnvoyVerdict check(Message message, byte[] bytes) {
        EnvoyVerdict stated = WireWalker.check(compiler, compiler.rules(descriptors.of(message)), bytes);
        return message instanceof Cluster cluster ? stated.and(ClusterRules.check(cluster)) : stated;
    }
}
