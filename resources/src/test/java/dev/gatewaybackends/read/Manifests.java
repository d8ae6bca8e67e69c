// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import java.util.List;

/** Manifests of Backends of the type {@code queue}, and a reader that knows it. */
final class Manifests {
    static final ResourceReader READER =
            ResourceReader.builder().plugins(QueueBackend.PLUGINS).build();

    private Manifests() {}

    /** A Backend {@code ns/q}; the fields of its queue start in line 6, column 5. */
    static String queue(String fields) {
        return """
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: q, namespace: ns}
                spec:
                  queue:
                """ + fields.stripTrailing().indent(4);
    }

    /** A Backend in one line of JSON. */
    static String json(String name, String topic) {
        return "{\"apiVersion\":\"gateway.kgateway.dev/v1alpha1\",\"kind\":\"Backend\",\"metadata\":{\"name\":\"" + name
                + "\",\"namespace\":\"ns\"},\"spec\":{\"queue\":{\"topic\":" + topic + "}}}";
    }

    static ResourceSet read(String text) {
        return READER.readText(text);
    }

    /** The queue of the only resource of a text that has no problem. */
    static QueueBackend queueOf(String text) {
        ResourceSet resources = read(text);
        if (!resources.diagnostics().isEmpty()) {
            throw new AssertionError(resources.diagnostics());
        }
        return source(resources);
    }

    static QueueBackend source(ResourceSet resources) {
        return (QueueBackend) resources.all(Backend.class).get(0).spec().source();
    }

    static List<String> keys(ResourceSet resources) {
        return resources.entries().stream().map(ResourceEntry::toString).toList();
    }

    static List<String> problems(ResourceSet resources) {
        return resources.diagnostics().all().stream().map(Diagnostic::toString).toList();
    }

    static List<String> problems(String text) {
        return problems(read(text));
    }
}
