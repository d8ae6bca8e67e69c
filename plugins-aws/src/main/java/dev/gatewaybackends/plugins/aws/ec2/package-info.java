// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The instances of EC2: which ones a Backend selects, where they come from, and what is said about them. */
@NullMarked
package dev.gatewaybackends.plugins.aws.ec2;

import org.jspecify.annotations.NullMarked;
