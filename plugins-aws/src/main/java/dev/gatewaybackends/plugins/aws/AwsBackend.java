// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.plugins.aws.ec2.AwsEc2;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.schema.ExistsIn;
import dev.gatewaybackends.schema.KgatewayVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A Lambda function, or instances of EC2. Mirrors {@code spec.aws}.
 *
 * <p>Exactly one of {@code lambda} and {@code ec2} is set.
 *
 * @param lambda the function
 * @param ec2 the instances
 * @param region the region, {@code us-east-1} when null
 * @param accountId the account that owns the function, twelve digits; deprecated in favour of that of the function
 * @param auth whose credentials are used; when null, the proxy's own, or for EC2 those of the process that lists the instances
 */
@ModelType
@Rule(
        check = AwsRules.LambdaHasAccount.class,
        message = "accountId must be specified on aws or aws.lambda for lambda backends")
@Rule(
        check = AwsRules.LambdaOrEc2.class,
        message = AwsRules.LambdaOrEc2.MESSAGE,
        groups = {KgatewayVersion.Crd2_4.class, KgatewayVersion.CrdMain.class})
@SuppressWarnings("MultipleNullnessAnnotations") // Older schemas require what newer ones do not.
public record AwsBackend(
        @NotNull(groups = {KgatewayVersion.Crd2_1.class, KgatewayVersion.Crd2_2.class, KgatewayVersion.Crd2_3.class})
        @Nullable
        @Valid
        AwsLambda lambda,

        @ExistsIn(from = KgatewayVersion.V2_4) @Nullable @Valid
        AwsEc2 ec2,

        @DefaultJson("\"" + AwsBackend.DEFAULT_REGION + "\"") @Chars(min = 1, max = 63) @Matches("^[a-z0-9-]+$")
        String region,

        @NotNull(
                groups = {
                    KgatewayVersion.Crd2_0.class,
                    KgatewayVersion.Crd2_1.class,
                    KgatewayVersion.Crd2_2.class,
                    KgatewayVersion.Crd2_3.class
                })
        @Nullable
        @Chars(min = 1, max = 12)
        @Matches(AwsBackend.ACCOUNT_ID)
        String accountId,

        @Nullable @Valid AwsAuth auth)
        implements BackendSource {
    /** The region of a Backend that names none. */
    public static final String DEFAULT_REGION = "us-east-1";

    static final String ACCOUNT_ID = "^[0-9]{12}$";

    /** Applies the default. */
    public AwsBackend {
        region = region == null ? DEFAULT_REGION : region;
    }

    /** Returns a function, called with the proxy's own credentials. */
    public static AwsBackend lambda(String region, String accountId, AwsLambda lambda) {
        return new AwsBackend(lambda, null, region, accountId, null);
    }

    /** Returns instances, listed with the credentials of the process that lists them. */
    public static AwsBackend ec2(String region, AwsEc2 ec2) {
        return new AwsBackend(null, ec2, region, null, null);
    }
}
