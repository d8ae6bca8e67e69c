// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Internal: evaluates the {@code validate.rules} options of protoc-gen-validate (PGV) on serialised messages. Types in this
 * package may change in any release.
 */
@NullMarked
package dev.gatewaybackends.envoyrules.pgv;

import org.jspecify.annotations.NullMarked;
