// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** What the API server makes of a document, worked out from the CRDs alone, and compared with what our validation says. */
package dev.gatewaybackends.crdoracle;
