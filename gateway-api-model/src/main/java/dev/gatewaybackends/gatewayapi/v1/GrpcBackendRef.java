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
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backend of a {@link GrpcRouteRule} and its share of the requests. Mirrors {@code GRPCBackendRef}.
 *
 * @param group the group of the backend; the core group, which is empty, when null
 * @param kind the kind of the backend; {@code Service} when null
 * @param name the name of the backend
 * @param namespace the namespace of the backend; the one of the route when null
 * @param port the port of the backend, which a Service needs
 * @param weight the share, in proportion to the sum of all weights of the rule; 1 when null
 * @param filters the filters for requests to this backend
 */
@ModelType
@Rule(check = BackendReferenceRules.ServicePort.class, message = BackendReferenceRules.ServicePort.MESSAGE)
public record GrpcBackendRef(
        @DefaultJson("\"\"") @Group String group,
        @DefaultJson("\"Service\"") @Kind String kind,
        @NotNull @ObjectName String name,
        @Nullable @Namespace String namespace,
        @Nullable @PortNumber Integer port,
        @DefaultJson("1") @Min(0) @Max(1_000_000) Integer weight,
        @GrpcRouteFilters List<@NotNull @Valid GrpcRouteFilter> filters)
        implements WeightedBackendReference {

    /** Copies the list, null becomes empty, and applies the defaults. */
    public GrpcBackendRef {
        group = group == null ? "" : group;
        kind = kind == null ? Service.KIND : kind;
        weight = weight == null ? 1 : weight;
        filters = Copies.list(filters);
    }

    /** Returns a reference to a port of a Service in the namespace of the route. */
    public static GrpcBackendRef service(String name, int port) {
        return GrpcBackendRefBuilder.builder().name(name).port(port).build();
    }

    /** Returns a reference to a kgateway Backend in the namespace of the route. */
    public static GrpcBackendRef backend(String name) {
        return GrpcBackendRefBuilder.builder()
                .group(KgatewayBackend.GROUP)
                .kind(KgatewayBackend.KIND)
                .name(name)
                .build();
    }
}
