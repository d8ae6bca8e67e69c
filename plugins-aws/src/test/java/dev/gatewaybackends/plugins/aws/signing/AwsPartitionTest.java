// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsPartitionTest {
    @ParameterizedTest
    @CsvSource({
        "us-east-1, aws, lambda.us-east-1.amazonaws.com",
        "us-west-2, aws, lambda.us-west-2.amazonaws.com",
        "eu-central-1, aws, lambda.eu-central-1.amazonaws.com",
        "cn-north-1, aws-cn, lambda.cn-north-1.amazonaws.com.cn",
        "cn-northwest-1, aws-cn, lambda.cn-northwest-1.amazonaws.com.cn",
        "us-gov-east-1, aws-us-gov, lambda.us-gov-east-1.amazonaws.com",
        "us-iso-west-1, aws-iso, lambda.us-iso-west-1.c2s.ic.gov",
        "us-isob-east-1, aws-iso-b, lambda.us-isob-east-1.sc2s.sgov.gov",
        "eu-isoe-west-1, aws-iso-e, lambda.eu-isoe-west-1.cloud.adc-e.uk",
        "us-isof-south-1, aws-iso-f, lambda.us-isof-south-1.csp.hci.ic.gov",
        "eusc-de-east-1, aws-eusc, lambda.eusc-de-east-1.amazonaws.eu",
        "cnx-1, aws, lambda.cnx-1.amazonaws.com",
        "-, aws, lambda.-.amazonaws.com"
    })
    void ofRegion_region_hasItsNamesAndHosts(String region, String id, String host) {
        AwsPartition partition = AwsPartition.ofRegion(region);

        assertThat(partition.id()).isEqualTo(id);
        assertThat(partition.host("lambda", region)).isEqualTo(host);
        assertThat(host).endsWith("." + partition.dnsSuffix());
    }
}
