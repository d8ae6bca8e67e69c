// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;

/**
 * The running instances of EC2 that have certain tags. Mirrors {@code spec.aws.ec2}.
 *
 * @param port the TCP port, 1 to 65535; 80 when null; the CRD does not check the range, a semantic rule does
 * @param addressType which of an instance's addresses gets the traffic; {@code PrivateIP} when null
 * @param filters what an instance must be like, all of them; none selects every running instance of the region
 */
@ModelType
public record AwsEc2(
        @DefaultJson("80") Integer port,
        @DefaultJson("\"PrivateIP\"") Ec2AddressType addressType,
        @Size(max = 16) List<@NotNull @Valid TagFilter> filters) {
    /** The port of a Backend that names none. */
    public static final int DEFAULT_PORT = 80;

    /** Copies the filters, null becomes empty, and applies the defaults. */
    public AwsEc2 {
        port = port == null ? Integer.valueOf(DEFAULT_PORT) : port;
        addressType = addressType == null ? Ec2AddressType.PRIVATE_IP : addressType;
        filters = Copies.list(filters);
    }

    /** Returns the instances that meet all filters, at their private addresses. */
    public static AwsEc2 of(int port, TagFilter... filters) {
        return new AwsEc2(port, Ec2AddressType.PRIVATE_IP, Arrays.asList(filters));
    }
}
