// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

/** What the last attempt to list the instances of an {@link Ec2Scope} gave: all of them, or a failure. Immutable. */
public sealed interface Ec2Listing permits Ec2Inventory, Ec2Failure {}
