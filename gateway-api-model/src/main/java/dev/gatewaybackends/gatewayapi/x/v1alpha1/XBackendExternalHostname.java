// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.PreciseHostname;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A host outside the cluster. Mirrors {@code ExternalHostnameBackend}.
 *
 * @param hostname the DNS name
 */
@ModelType
public record XBackendExternalHostname(
        @NotNull
        @PreciseHostname
        @Rule(
                check = XBackendRules.OutsideCluster.class,
                message = "hostname must not be an IP address or end with .cluster.local")
        String hostname) {}
