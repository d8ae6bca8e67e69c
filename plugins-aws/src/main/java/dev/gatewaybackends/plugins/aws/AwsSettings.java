// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import dev.gatewaybackends.plugins.aws.signing.SigningSettings;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.Setting;
import java.util.ArrayList;
import java.util.List;

/** The settings of Lambda and EC2 Backends, beside {@link SigningSettings}. */
public final class AwsSettings {
    /** Whether a function's host is set as the Host header before requests are signed. */
    public static final Setting<Boolean> LAMBDA_HOST_REWRITE = Setting.of("aws.lambda.host-rewrite", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether the host of the endpoint is set as the Host header before requests are signed; else the "
                            + "client's Host is signed and sent.");

    /** Whether the certificate of the endpoint is checked. */
    public static final Setting<Boolean> LAMBDA_VERIFY_TLS = Setting.of("aws.lambda.verify-tls", true)
            .kgateway(version -> false)
            .describedAs("Whether the endpoint must have a certificate for its host from an authority of "
                    + "`core.upstream-trust`; else any certificate will do.");

    /** Whether the signature of the Lambda filter and the client's credential are removed before requests are signed. */
    public static final Setting<Boolean> LAMBDA_STRIP_SIGNATURE = Setting.of("aws.lambda.strip-signature", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether the signature that Envoy's Lambda filter makes with the proxy's own credentials, and the "
                            + "client's `Authorization`, are removed before requests are signed; else they get through when "
                            + "signing fails.");

    /** Whether an endpoint URL without a port has that of its scheme. */
    public static final Setting<Boolean> LAMBDA_DEFAULT_PORT = Setting.of("aws.lambda.default-port", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether an endpoint URL without a port has the port of its scheme, 443 or 80; else it is refused.");

    /** Whether an endpoint URL may have port 0, to which no connection succeeds. */
    public static final Setting<Boolean> LAMBDA_PORT_ZERO = Setting.of("aws.lambda.port-zero", false)
            .kgateway(version -> true)
            .describedAs(
                    "Whether an endpoint URL may have port 0, to which no connection succeeds; else it is refused.");

    /** Whether EC2 Backends are translated; kgateway's {@code KGW_ENABLE_AWS_EC2_DISCOVERY}. */
    public static final Setting<Boolean> EC2_ENABLED = Setting.of("aws.ec2.enabled", false)
            .describedAs("Whether EC2 Backends are translated; else they are refused.");

    /** Whether an EC2 Backend without filters selects every running instance of its region; else it is refused. */
    public static final Setting<Boolean> EC2_UNFILTERED = Setting.of("aws.ec2.unfiltered", false)
            .kgateway(version -> true)
            .describedAs(
                    "Whether an EC2 Backend without filters selects every running instance of its region; else it is "
                            + "refused.");

    /** Whether port 0 of an EC2 Backend means 80. */
    public static final Setting<Boolean> EC2_PORT_ZERO_IS_80 = Setting.of("aws.ec2.port-zero-is-80", false)
            .kgateway(version -> true)
            .describedAs("Whether port 0 of an EC2 Backend means 80; else it is refused.");

    /** Whether two instances of one zone with the same address are one endpoint. */
    public static final Setting<Boolean> EC2_DISTINCT_ADDRESSES = Setting.of("aws.ec2.distinct-addresses", true)
            .kgateway(version -> false)
            .describedAs("Whether instances of one zone that share an address are one endpoint; else each is one.");

    /** Whether every EC2 endpoint carries the weight 1. */
    public static final Setting<Boolean> EC2_ENDPOINT_WEIGHT = Setting.of("aws.ec2.endpoint-weight", false)
            .kgateway(version -> !version.isAtLeast(KgatewayVersion.MAIN))
            .describedAs("Whether every EC2 endpoint carries the weight 1, as kgateway 2.4 writes it; else none, which "
                    + "means the same.");

    private static final List<Setting<?>> OWN = List.of(
            LAMBDA_HOST_REWRITE,
            LAMBDA_VERIFY_TLS,
            LAMBDA_STRIP_SIGNATURE,
            LAMBDA_DEFAULT_PORT,
            LAMBDA_PORT_ZERO,
            EC2_ENABLED,
            EC2_UNFILTERED,
            EC2_PORT_ZERO_IS_80,
            EC2_DISTINCT_ADDRESSES,
            EC2_ENDPOINT_WEIGHT);

    private AwsSettings() {}

    /** Returns all of them, those of signing included. */
    static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(SigningSettings.all());
        all.addAll(OWN);
        return List.copyOf(all);
    }
}
