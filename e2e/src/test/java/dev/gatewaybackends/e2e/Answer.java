// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

/** What came back for a request. */
record Answer(int status, String body) {}
