// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.RefusedResource;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.v1.Secret;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a translation finds the other resources that a Backend refers to. Finds valid ones only. */
public interface ResourceLookup {
    /** Finds nothing. */
    ResourceLookup NOTHING = of();

    /** Returns the Secret; null if there is none, or validation refused it. */
    @Nullable
    Secret secret(String namespace, String name);

    /** Returns the Backend; null if there is none, or validation refused it. */
    @Nullable
    Backend backend(String namespace, String name);

    /** Returns what is known of a resource that validation refused; null if there is none or it is valid. */
    default @Nullable RefusedResource refused(ResourceKey key) {
        return null;
    }

    /** Returns a lookup that finds these Secrets and Backends, for tests of plugins. */
    static ResourceLookup of(KubernetesResource... resources) {
        Map<ResourceKey, KubernetesResource> byKey = new HashMap<>();
        for (KubernetesResource resource : resources) {
            byKey.put(ResourceKey.of(resource), resource);
        }
        return new ResourceLookup() {
            @Override
            public @Nullable Secret secret(String namespace, String name) {
                return (Secret) byKey.get(new ResourceKey("", Secret.KIND, namespace, name));
            }

            @Override
            public @Nullable Backend backend(String namespace, String name) {
                return (Backend) byKey.get(new ResourceKey(Backend.GROUP, Backend.KIND, namespace, name));
            }
        };
    }
}
