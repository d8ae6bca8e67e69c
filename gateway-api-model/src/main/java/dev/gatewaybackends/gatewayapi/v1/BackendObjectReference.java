// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.Group;
import dev.gatewaybackends.gatewayapi.scalar.Kind;
import dev.gatewaybackends.gatewayapi.scalar.Namespace;
import dev.gatewaybackends.gatewayapi.scalar.ObjectName;
import dev.gatewaybackends.gatewayapi.scalar.PortNumber;
import dev.gatewaybackends.kubernetes.v1.Service;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a single backend. Mirrors {@code BackendObjectReference}.
 *
 * @param group the group of the backend; the core group, which is empty, when null
 * @param kind the kind of the backend; {@code Service} when null
 * @param name the name of the backend
 * @param namespace the namespace of the backend; the one of the referrer when null
 * @param port the port of the backend, which a Service needs
 */
@ModelType
@Rule(check = BackendReferenceRules.ServicePort.class, message = BackendReferenceRules.ServicePort.MESSAGE)
public record BackendObjectReference(
        @DefaultJson("\"\"") @Group String group,
        @DefaultJson("\"Service\"") @Kind String kind,
        @NotNull @ObjectName String name,
        @Nullable @Namespace String namespace,
        @Nullable @PortNumber Integer port)
        implements BackendReference {

    /** Applies the defaults. */
    public BackendObjectReference {
        group = group == null ? "" : group;
        kind = kind == null ? Service.KIND : kind;
    }

    /** Returns a reference to a port of a Service in the namespace of the referrer. */
    public static BackendObjectReference service(String name, int port) {
        return BackendObjectReferenceBuilder.builder().name(name).port(port).build();
    }

    /** Returns a reference to a kgateway Backend in the namespace of the referrer. */
    public static BackendObjectReference backend(String name) {
        return BackendObjectReferenceBuilder.builder()
                .group(KgatewayBackend.GROUP)
                .kind(KgatewayBackend.KIND)
                .name(name)
                .build();
    }
}
