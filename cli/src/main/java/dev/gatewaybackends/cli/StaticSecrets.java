// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Severity;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import dev.gatewaybackends.json.MessageRewriter;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import udpa.annotations.Sensitive;

/**
 * The secrets that clusters take by SDS, as static secrets of a bootstrap.
 *
 * <p>An Envoy crashes when a cluster of its bootstrap takes a secret by ADS, and when it names a static one that is not there:
 * a cluster that needs a secret nobody made is left out.
 */
final class StaticSecrets {
    private static final Reason FROM_ENVIRONMENT = Reason.of("SecretFromEnvironment");

    private final EnvoyDescriptors descriptors = EnvoyDescriptors.create();
    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private final Set<String> used = new TreeSet<>();
    private final List<Diagnostic> found;

    StaticSecrets(List<Secret> secrets, List<Diagnostic> found) {
        secrets.forEach(secret -> this.secrets.put(secret.getName(), secret));
        this.found = found;
    }

    /** Returns a cluster that takes its secrets from the bootstrap; null if one of them is not there. */
    @Nullable
    Cluster local(Cluster cluster) {
        Set<String> missing = new TreeSet<>();
        Message local = new MessageRewriter<Set<String>>(descriptors) {
            @Override
            protected Message message(Message message, Set<String> absent) {
                return isReference(message) ? local(message, absent) : message;
            }
        }.rewrite(descriptors.toDynamic(cluster), missing);
        if (!missing.isEmpty()) {
            found.add(diagnostic(
                    Severity.ERROR,
                    Reason.NOT_SUPPORTED,
                    "the cluster " + cluster.getName() + " is left out: it takes the secret "
                            + String.join(", ", missing)
                            + " from a management server, which this bootstrap does not have"));
            return null;
        }
        return parse(Cluster.newBuilder(), local).build();
    }

    private static boolean isReference(Message message) {
        return message.getDescriptorForType()
                .getFullName()
                .equals(SdsSecretConfig.getDescriptor().getFullName());
    }

    private Message local(Message message, Set<String> missing) {
        SdsSecretConfig reference = parse(SdsSecretConfig.newBuilder(), message).build();
        // A file, and a static secret that the cluster's requirements name, are there without a server.
        if (!reference.hasSdsConfig() || reference.getSdsConfig().hasPathConfigSource()) {
            return message;
        }
        if (!secrets.containsKey(reference.getName())) {
            missing.add(reference.getName());
            return message;
        }
        used.add(reference.getName());
        return parse(
                        message.newBuilderForType(),
                        reference.toBuilder().clearSdsConfig().build())
                .build();
    }

    /**
     * Returns the secrets that the clusters so far take from the bootstrap; a value that must not show comes from the
     * environment variable that a diagnostic names.
     */
    List<Secret> used(boolean showValues) {
        Set<String> variables = new TreeSet<>();
        List<Secret> all = new ArrayList<>();
        secrets.forEach((name, secret) -> {
            if (used.contains(name)) {
                all.add(showValues ? secret : (Secret) hide(secret, variables));
            }
        });
        return all;
    }

    private Message hide(Secret secret, Set<String> variables) {
        return new MessageRewriter<Boolean>(descriptors) {
            @Override
            protected Boolean inside(Message owner, FieldDescriptor field, Boolean hide) {
                return hide || field.getOptions().getExtension(Sensitive.sensitive);
            }

            @Override
            protected Message message(Message message, Boolean hide) {
                return hide
                                && message instanceof DataSource source
                                && (source.hasInlineString() || source.hasInlineBytes())
                        ? fromEnvironment(secret.getName(), variables)
                        : message;
            }
        }.rewrite(secret, false);
    }

    private DataSource fromEnvironment(String name, Set<String> variables) {
        String variable = variable(name, variables);
        found.add(diagnostic(
                Severity.INFO,
                FROM_ENVIRONMENT,
                "Envoy takes the secret " + name + " from the environment variable " + variable));
        return DataSource.newBuilder().setEnvironmentVariable(variable).build();
    }

    private static String variable(String name, Set<String> taken) {
        String base = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        String variable = base;
        for (int i = 2; !taken.add(variable); i++) {
            variable = base + "_" + i;
        }
        return variable;
    }

    private static <B extends Message.Builder> B parse(B builder, Message message) {
        try {
            builder.mergeFrom(message.toByteString());
            return builder;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message that was just written", e);
        }
    }

    private static Diagnostic diagnostic(Severity severity, Reason reason, String message) {
        return new Diagnostic(severity, null, FieldPath.root(), reason, message, null);
    }
}
