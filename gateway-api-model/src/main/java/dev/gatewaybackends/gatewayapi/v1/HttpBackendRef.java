// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.constraints.StandardChannel;
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
 * A backend of an {@link HttpRouteRule} and its share of the requests. Mirrors {@code HTTPBackendRef}.
 *
 * @param group the group of the backend; the core group, which is empty, when null
 * @param kind the kind of the backend; {@code Service} when null
 * @param name the name of the backend. The API server requires it. kgateway's route delegation reads a reference without a
 *     name as any name, so only the profiles of API servers report a missing name
 * @param namespace the namespace of the backend; the one of the route when null
 * @param port the port of the backend, which a Service needs
 * @param weight the share, in proportion to the sum of all weights of the rule; 1 when null
 * @param filters the filters for requests to this backend
 */
@ModelType
@Rule(check = BackendReferenceRules.ServicePort.class, message = BackendReferenceRules.ServicePort.MESSAGE)
public record HttpBackendRef(
        @DefaultJson("\"\"") @Group String group,
        @DefaultJson("\"Service\"") @Kind String kind,

        @NotNull(groups = {StandardChannel.class, ExperimentalChannel.class}) @ObjectName
        String name,

        @Nullable @Namespace String namespace,
        @Nullable @PortNumber Integer port,
        @DefaultJson("1") @Min(0) @Max(1_000_000) Integer weight,
        @HttpRouteFilters List<@NotNull @Valid HttpRouteFilter> filters)
        implements WeightedBackendReference {

    /** Copies the list, null becomes empty, and applies the defaults. */
    public HttpBackendRef {
        group = group == null ? "" : group;
        kind = kind == null ? Service.KIND : kind;
        weight = weight == null ? 1 : weight;
        filters = Copies.list(filters);
    }

    /** Returns a reference to a port of a Service in the namespace of the route. */
    public static HttpBackendRef service(String name, int port) {
        return HttpBackendRefBuilder.builder().name(name).port(port).build();
    }

    /** Returns a reference to a kgateway Backend in the namespace of the route. */
    public static HttpBackendRef backend(String name) {
        return HttpBackendRefBuilder.builder()
                .group(KgatewayBackend.GROUP)
                .kind(KgatewayBackend.KIND)
                .name(name)
                .build();
    }
}
