// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * A condition for the service and the method of a call. Mirrors {@code GRPCMethodMatch}.
 *
 * @param type how the names are compared; {@code Exact} when null
 * @param service the service with its package; any when null
 * @param method the method; any when null
 */
@ModelType
@Rule(check = GrpcRouteRules.ServiceOrMethod.class, message = "One or both of 'service' or 'method' must be specified")
@Rule(
        check = GrpcRouteRules.ServiceCharacters.class,
        message = "service must only contain valid characters (matching " + GrpcRouteRules.ServiceCharacters.PATTERN
                + ")")
@Rule(
        check = GrpcRouteRules.MethodCharacters.class,
        message =
                "method must only contain valid characters (matching " + GrpcRouteRules.MethodCharacters.PATTERN + ")")
public record GrpcMethodMatch(
        @DefaultJson("\"Exact\"") GrpcMethodMatchType type,
        @Nullable @Chars(max = 1024) String service,
        @Nullable @Chars(max = 1024) String method) {

    /** Applies the default. */
    public GrpcMethodMatch {
        type = type == null ? GrpcMethodMatchType.EXACT : type;
    }

    /** Returns a condition for exactly one method of one service. */
    public static GrpcMethodMatch of(String service, String method) {
        return new GrpcMethodMatch(GrpcMethodMatchType.EXACT, service, method);
    }
}
