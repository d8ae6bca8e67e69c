// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

/** Validation group of the constraints that version {@code v1alpha2} of a kind lacks. */
public interface NotV1Alpha2 {}
