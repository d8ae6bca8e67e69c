// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * From texts to trees: splits inputs into documents and parses YAML and JSON under limits, with the place of every node.
 *
 * <p>Internal: public for the package above alone, without a promise of compatibility.
 */
@NullMarked
package dev.gatewaybackends.read.document;

import org.jspecify.annotations.NullMarked;
