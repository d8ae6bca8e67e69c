// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

/** Which address of an instance gets the traffic. Mirrors {@code AwsEc2AddressType}. */
public enum Ec2AddressType {
    /** The private IPv4 address. */
    PRIVATE_IP("PrivateIP"),
    /** The public IPv4 address. */
    PUBLIC_IP("PublicIP");

    private final String literal;

    Ec2AddressType(String literal) {
        this.literal = literal;
    }

    /** Returns the literal of the CRD. */
    @Override
    public String toString() {
        return literal;
    }
}
