// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The records that mirror {@code spec.ai}, in all its spellings, and the one normal form of them, {@link
 * dev.gatewaybackends.plugins.ai.model.AiEntry}.
 */
@NullMarked
package dev.gatewaybackends.plugins.ai.model;

import org.jspecify.annotations.NullMarked;
