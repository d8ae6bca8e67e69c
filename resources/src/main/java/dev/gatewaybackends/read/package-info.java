// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * From bytes to resources: YAML and JSON documents are parsed, split into objects and bound to their Java types, and every
 * problem on the way is reported with its file, line, column and field.
 */
@NullMarked
package dev.gatewaybackends.read;

import org.jspecify.annotations.NullMarked;
