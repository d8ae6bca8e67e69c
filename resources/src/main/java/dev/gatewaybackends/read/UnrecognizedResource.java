// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;

/**
 * A resource of a kind that is not read into a type of its own. It passes through untouched: {@link ResourceCodec} writes it
 * as it was read.
 *
 * @param apiVersion {@code group/version}
 * @param kind the kind
 * @param metadata the metadata
 */
public record UnrecognizedResource(String apiVersion, String kind, ObjectMeta metadata) implements KubernetesResource {
    /** Nothing tells but the metadata: an object that names a namespace lives in one. */
    @Override
    public boolean namespaced() {
        return metadata.namespace() != null && !metadata.namespace().isEmpty();
    }
}
