// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.Setting;
import java.util.List;

/** The settings of everything that is signed for AWS. */
public final class SigningSettings {
    /** How the proxy gets the keys that a Backend takes from a Secret. */
    public static final Setting<StaticKeys> STATIC_KEYS = Setting.of(
                    "aws.static-keys", StaticKeys.INLINE, StaticKeys::parse)
            .describedAs(
                    "How the proxy gets the AWS keys of a Secret: in clear in the cluster (`inline`), not at all, so "
                            + "that the Backend is refused (`reject`), or from a credentials file of its own (`file:PATH`, in "
                            + "which `{namespace}` and `{name}` stand for those of the Secret).");

    /** Whether keys lose the white space around them and are refused if they cannot be keys. */
    public static final Setting<Boolean> TRIM_SECRET_VALUES = Setting.of("aws.trim-secret-values", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether AWS keys lose the white space around them and are refused if any is left or if they are "
                            + "no printable ASCII; else they are used as they are.");

    /** Whether a Secret without any value means the proxy's own credentials. */
    public static final Setting<Boolean> EMPTY_SECRET_IS_AMBIENT = Setting.of("aws.empty-secret-is-ambient", false)
            .kgateway(version -> !version.isAtLeast(KgatewayVersion.V2_4))
            .describedAs("Whether a Backend whose Secret is empty signs with the proxy's own credentials, as kgateway "
                    + "before 2.4 has it; else it is refused.");

    /** Whether only the assumed role signs; without it Envoy asks for the role and then signs with its own credentials. */
    public static final Setting<Boolean> ASSUME_ROLE_CHAIN = Setting.of("aws.assume-role-chain", true)
            .kgateway(version -> version.isAtLeast(KgatewayVersion.MAIN))
            .describedAs(
                    "Whether a role is set as the only source of credentials; else Envoy ignores it and signs with "
                            + "its own.");

    /** Whether headers that proxies add or change on the way are left out of the signature. */
    public static final Setting<Boolean> EXCLUDE_HOP_HEADERS = Setting.of("aws.exclude-hop-headers", true)
            .kgateway(version -> false)
            .describedAs("Whether headers that proxies add or change on the way (`x-envoy*`, `x-forwarded*`, "
                    + "`x-request-id`, `traceparent`, `tracestate`) are left out of the signature.");

    /** Whether ARNs and host names are those of the region's partition. */
    public static final Setting<Boolean> PARTITION_FROM_REGION = Setting.of("aws.partition-from-region", true)
            .kgateway(version -> false)
            .describedAs("Whether ARNs and host names are those of the region's partition, such as `aws-cn`; else they "
                    + "are always `aws` and `amazonaws.com`.");

    private static final List<Setting<?>> ALL = List.of(
            STATIC_KEYS,
            TRIM_SECRET_VALUES,
            EMPTY_SECRET_IS_AMBIENT,
            ASSUME_ROLE_CHAIN,
            EXCLUDE_HOP_HEADERS,
            PARTITION_FROM_REGION);

    private SigningSettings() {}

    /** Returns all of them. */
    public static List<Setting<?>> all() {
        return ALL;
    }
}
