// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.plugins.aws.AwsBackend;
import dev.gatewaybackends.plugins.aws.AwsPlugin;
import dev.gatewaybackends.plugins.aws.AwsSettings;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Selection;
import dev.gatewaybackends.plugins.aws.signing.AwsKeys;
import dev.gatewaybackends.plugins.aws.signing.SigningSettings;
import dev.gatewaybackends.read.ResourceEntry;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.validate.ResourceValidator;
import dev.gatewaybackends.validate.ResourceVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which Backends select instances, and what has to be listed for that. Immutable. */
final class Demand {
    static final Demand NOTHING = new Demand(Map.of(), Map.of());

    /**
     * What one Backend asks for.
     *
     * @param scope where its instances are; not listed as long as the Secret of the scope is missing
     */
    record Wish(Ec2Scope scope, Ec2Selection selection) {}

    private final Map<ResourceKey, Wish> wishes;
    private final Map<Ec2Scope, Target> targets;

    private Demand(Map<ResourceKey, Wish> wishes, Map<Ec2Scope, Target> targets) {
        this.wishes = wishes;
        this.targets = targets;
    }

    /** Returns the wish of each Backend that has one, in document order. */
    Map<ResourceKey, Wish> wishes() {
        return Collections.unmodifiableMap(wishes);
    }

    /** Returns what is to be listed, each scope once, in document order. */
    Collection<Target> targets() {
        return targets.values();
    }

    /** Returns what is to be listed for a scope; null if nothing is. */
    @Nullable
    Target target(Ec2Scope scope) {
        return targets.get(scope);
    }

    /** Finds the demand of sets of resources. Thread-safe. */
    static final class Reader {
        private final TranslationSettings settings;
        private final ResourceValidator validator;

        Reader(TranslationSettings settings) {
            this.settings = settings;
            this.validator = ResourceValidator.builder()
                    .plugins(PluginRegistry.of(new AwsPlugin()))
                    .settings(settings)
                    .build();
        }

        /** Backends that a translation would refuse are left out: AWS is not called with what they say. */
        Demand read(ResourceSet resources) {
            if (!settings.get(AwsSettings.EC2_ENABLED)) {
                return NOTHING;
            }
            Map<ResourceKey, Secret> secrets = new HashMap<>();
            List<Backend> backends = new ArrayList<>();
            for (ResourceEntry entry : resources.entries()) {
                if (entry.resource() instanceof Secret secret) {
                    secrets.putIfAbsent(entry.key(), secret);
                } else if (entry.resource() instanceof Backend backend
                        && ec2(backend) != null
                        && entry.problems().stream().noneMatch(Diagnostic::isError)) {
                    backends.add(backend);
                }
            }
            Map<ResourceKey, Wish> wishes = new LinkedHashMap<>();
            Map<Ec2Scope, Target> targets = new LinkedHashMap<>();
            for (ResourceVerdict verdict :
                    validator.validate(ResourceSet.of(backends)).verdicts()) {
                AwsBackend aws = ec2((Backend) verdict.entry().resource());
                Ec2Selection selection = aws == null ? null : AwsPlugin.selection(aws, settings);
                if (aws != null && selection != null && verdict.isUsable()) {
                    ResourceKey key = verdict.entry().key();
                    Ec2Scope scope = Ec2Scope.of(aws.region(), aws.auth(), key.namespace());
                    wishes.putIfAbsent(key, new Wish(scope, selection));
                    Target target = target(scope, secrets);
                    if (target != null) {
                        targets.putIfAbsent(scope, target);
                    }
                }
            }
            return new Demand(wishes, targets);
        }

        private @Nullable Target target(Ec2Scope scope, Map<ResourceKey, Secret> secrets) {
            if (scope.secret() == null) {
                return new Target(scope, null);
            }
            Secret secret = secrets.get(scope.secret());
            return secret == null
                    ? null
                    : new Target(scope, AwsKeys.of(secret, settings.get(SigningSettings.TRIM_SECRET_VALUES)));
        }

        private static @Nullable AwsBackend ec2(Backend backend) {
            return backend.spec() != null && backend.spec().source() instanceof AwsBackend aws && aws.ec2() != null
                    ? aws
                    : null;
        }
    }
}
