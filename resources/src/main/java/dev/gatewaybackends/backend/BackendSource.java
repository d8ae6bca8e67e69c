// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

/**
 * What a {@link Backend} points at: the value of the one union member that its {@code spec} has.
 *
 * <p>An open marker interface. A plugin implements it with an immutable record that mirrors the member's schema and registers
 * the record with a {@link BackendType}.
 */
public interface BackendSource {}
