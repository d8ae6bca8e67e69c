// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The annotations that describe the JSON form of a resource type, and the copies that its constructors make. */
@NullMarked
package dev.gatewaybackends.model;

import org.jspecify.annotations.NullMarked;
