// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

/** Validation group of the constraints that only version {@code v1alpha2} of a kind has. */
public interface OnlyV1Alpha2 {}
