// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** Lists the running instances of EC2 with the AWS SDK, again and again, for the Backends that select them. */
@NullMarked
package dev.gatewaybackends.plugins.aws.discovery;

import org.jspecify.annotations.NullMarked;
