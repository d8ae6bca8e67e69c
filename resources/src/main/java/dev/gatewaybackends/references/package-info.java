// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The third stage: which references may cross namespaces and what they lead to. Imports nothing of Envoy. */
@NullMarked
package dev.gatewaybackends.references;

import org.jspecify.annotations.NullMarked;
