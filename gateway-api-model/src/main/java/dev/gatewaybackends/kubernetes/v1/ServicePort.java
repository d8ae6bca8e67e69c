// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.v1;

import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A port of a {@link Service}. Mirrors {@code v1.ServicePort}.
 *
 * @param name the name; null only if the Service has a single port
 * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}; {@code TCP} when null
 * @param port the number
 * @param targetPort the port of the pods, a number or a name; the same number when null
 * @param appProtocol the application protocol, e.g. {@code kubernetes.io/h2c}
 */
@ModelType
public record ServicePort(
        @Nullable String name,
        @DefaultJson("\"TCP\"") String protocol,
        @NotNull Integer port,
        @Nullable Object targetPort,
        @Nullable String appProtocol) {

    /** Applies the default. */
    public ServicePort {
        protocol = protocol == null ? "TCP" : protocol;
    }

    /** Returns a TCP port without a name. */
    public static ServicePort of(int port) {
        return ServicePortBuilder.builder().port(port).build();
    }
}
