// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The Backend type {@code aws}: a Lambda function, or instances of EC2. */
@NullMarked
package dev.gatewaybackends.plugins.aws;

import org.jspecify.annotations.NullMarked;
