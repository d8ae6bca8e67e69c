// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How clients reach a {@link Service}. Mirrors {@code v1.ServiceSpec}.
 *
 * @param type {@code ClusterIP}, {@code NodePort}, {@code LoadBalancer} or {@code ExternalName}; {@code ClusterIP} when null
 * @param clusterIp the address inside the cluster; {@code None} for a headless Service
 * @param externalName the host that an {@code ExternalName} Service stands for
 * @param ports the ports
 * @param selector the labels of the pods
 */
@ModelType
public record ServiceSpec(
        @DefaultJson("\"ClusterIP\"") String type,
        @JsonProperty("clusterIP") @Nullable String clusterIp,
        @Nullable String externalName,
        List<@NotNull @Valid ServicePort> ports,
        Map<String, String> selector) {

    /** Copies the collections, null becomes empty, and applies the default. */
    public ServiceSpec {
        type = type == null ? "ClusterIP" : type;
        ports = Copies.list(ports);
        selector = Copies.map(selector);
    }
}
