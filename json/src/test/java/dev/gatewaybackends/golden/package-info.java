// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** Golden tests: a directory of files says what the translation of an input has to be. */
@NullMarked
package dev.gatewaybackends.golden;

import org.jspecify.annotations.NullMarked;
