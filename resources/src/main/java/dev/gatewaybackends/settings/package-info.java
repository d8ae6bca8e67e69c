// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** Typed settings of the translation, with a value for each profile. Imports nothing of Envoy. */
@NullMarked
package dev.gatewaybackends.settings;

import org.jspecify.annotations.NullMarked;
