// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The settings of {@code spec.ai} with their values, and the reasons of its findings.
 */
@NullMarked
package dev.gatewaybackends.plugins.ai.settings;

import org.jspecify.annotations.NullMarked;
