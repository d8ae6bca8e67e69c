// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

/** Validation group of the constraints that only the standard-channel CRDs have. */
public interface StandardChannel {}
