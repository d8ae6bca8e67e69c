// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** Verdicts on documents made at random, ours against those of the CRDs themselves. */
@NullMarked
package dev.gatewaybackends.crdoracle;

import org.jspecify.annotations.NullMarked;
