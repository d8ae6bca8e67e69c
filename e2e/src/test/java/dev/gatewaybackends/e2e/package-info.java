// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** What the library emits, run in a real Envoy. */
package dev.gatewaybackends.e2e;
