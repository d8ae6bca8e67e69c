// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Who a request to AWS comes from and how it is signed: for every Backend type that speaks to AWS.
 *
 * <p>Nothing here prints the value of a Secret.
 */
@NullMarked
package dev.gatewaybackends.plugins.aws.signing;

import org.jspecify.annotations.NullMarked;
