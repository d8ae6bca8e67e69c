// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.schema.ExistsIn;
import dev.gatewaybackends.schema.KgatewayVersion;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A Lambda function. Mirrors {@code spec.aws.lambda}.
 *
 * @param functionName the name of the function
 * @param accountId the account that owns it, twelve digits; wins over that of the {@link AwsBackend}
 * @param endpointUrl where to send requests to instead of AWS' endpoint of the region; only scheme, host and port count
 * @param invocationMode whether the client waits for the function; {@code Sync} when null
 * @param qualifier a version or an alias; {@code $LATEST} when null
 * @param payloadTransformMode what the function gets of a request; {@code Envoy} when null
 */
@ModelType
public record AwsLambda(
        @NotNull @Matches("^[A-Za-z0-9-_]{1,140}$") String functionName,

        @ExistsIn(from = KgatewayVersion.V2_4) @Nullable @Chars(min = 1, max = 12) @Matches(AwsBackend.ACCOUNT_ID)
        String accountId,

        @JsonProperty("endpointURL") @Nullable @Chars(max = 2048) @Matches("^https?://[-a-zA-Z0-9@:%.+~#?&/=]+$")
        String endpointUrl,

        @DefaultJson("\"Sync\"") InvocationMode invocationMode,

        @DefaultJson("\"$LATEST\"") @Matches("^(\\$LATEST|[0-9]+|[A-Za-z0-9-_]{1,128})$")
        String qualifier,

        @ExistsIn(from = KgatewayVersion.V2_1) @DefaultJson("\"Envoy\"")
        PayloadTransformMode payloadTransformMode) {

    /** Applies the defaults. */
    public AwsLambda {
        invocationMode = invocationMode == null ? InvocationMode.SYNC : invocationMode;
        qualifier = qualifier == null ? "$LATEST" : qualifier;
        payloadTransformMode = payloadTransformMode == null ? PayloadTransformMode.ENVOY : payloadTransformMode;
    }

    /** Returns the newest version of a function of the {@link AwsBackend}'s account. */
    public static AwsLambda of(String functionName) {
        return AwsLambdaBuilder.builder().functionName(functionName).build();
    }
}
