// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** What every resource type is written with: the resource interface and the annotations that describe its JSON form. */
@NullMarked
package dev.gatewaybackends.model;

import org.jspecify.annotations.NullMarked;
