// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import java.util.List;

/** A part of AWS with accounts, regions and host names of its own. */
public enum AwsPartition {
    /** China. */
    CHINA("aws-cn", "amazonaws.com.cn", "cn-"),
    /** The United States government. */
    US_GOV("aws-us-gov", "amazonaws.com", "us-gov-"),
    /** Isolated, us-iso. */
    ISO("aws-iso", "c2s.ic.gov", "us-iso-"),
    /** Isolated, us-isob. */
    ISO_B("aws-iso-b", "sc2s.sgov.gov", "us-isob-"),
    /** Isolated, eu-isoe. */
    ISO_E("aws-iso-e", "cloud.adc-e.uk", "eu-isoe-"),
    /** Isolated, us-isof. */
    ISO_F("aws-iso-f", "csp.hci.ic.gov", "us-isof-"),
    /** The European sovereign cloud. */
    EU_SOVEREIGN("aws-eusc", "amazonaws.eu", "eusc-"),
    /** Everything else. */
    STANDARD("aws", "amazonaws.com", "");

    private static final List<AwsPartition> ALL = List.of(values());

    private final String id;
    private final String dnsSuffix;
    private final String regionPrefix;

    AwsPartition(String id, String dnsSuffix, String regionPrefix) {
        this.id = id;
        this.dnsSuffix = dnsSuffix;
        this.regionPrefix = regionPrefix;
    }

    /** Returns the partition of a region; the standard one for a region that no other one claims. */
    public static AwsPartition ofRegion(String region) {
        for (AwsPartition partition : ALL) {
            if (region.startsWith(partition.regionPrefix)) {
                return partition;
            }
        }
        return STANDARD;
    }

    /** Returns the second part of its ARNs, {@code aws-cn}. */
    public String id() {
        return id;
    }

    /** Returns what the host names of its services end in, {@code amazonaws.com.cn}. */
    public String dnsSuffix() {
        return dnsSuffix;
    }

    /** Returns the host of a service in a region of this partition, {@code lambda.cn-north-1.amazonaws.com.cn}. */
    public String host(String service, String region) {
        return service + "." + region + "." + dnsSuffix;
    }
}
