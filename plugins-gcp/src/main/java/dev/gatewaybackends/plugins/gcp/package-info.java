// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The Backend type {@code gcp}: a Google Cloud service that wants an identity token. */
@NullMarked
package dev.gatewaybackends.plugins.gcp;

import org.jspecify.annotations.NullMarked;
