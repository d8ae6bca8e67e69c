// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.meta.v1;

import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Name, namespace and bookkeeping of a Kubernetes object. Mirrors {@code metav1.ObjectMeta}.
 *
 * @param name the name; null only if {@code generateName} is set, or before validation
 * @param generateName the prefix of a name that the API server completes
 * @param namespace the namespace; null for cluster-scoped objects, and if the default of the reader applies
 * @param labels the labels
 * @param annotations the annotations
 * @param uid the identifier given by the API server
 * @param resourceVersion the version given by the API server
 * @param generation counts changes of the spec
 * @param creationTimestamp RFC 3339, as written
 * @param deletionTimestamp RFC 3339, as written
 * @param finalizers the keys of the controllers that must act before the object is deleted
 * @param ownerReferences the objects this one depends on
 */
@ModelType
public record ObjectMeta(
        @Nullable String name,
        @Nullable String generateName,
        @Nullable String namespace,
        Map<String, String> labels,
        Map<String, String> annotations,
        @Nullable String uid,
        @Nullable String resourceVersion,
        @Nullable Long generation,
        @Nullable String creationTimestamp,
        @Nullable String deletionTimestamp,
        List<String> finalizers,
        List<OwnerReference> ownerReferences) {

    /** Copies the collections; null becomes empty. */
    public ObjectMeta {
        labels = Copies.map(labels);
        annotations = Copies.map(annotations);
        finalizers = Copies.list(finalizers);
        ownerReferences = Copies.list(ownerReferences);
    }

    /** Returns metadata with a namespace and a name, and nothing else. */
    public static ObjectMeta of(String namespace, String name) {
        return ObjectMetaBuilder.builder().namespace(namespace).name(name).build();
    }
}
