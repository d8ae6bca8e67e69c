// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.queue;

import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.model.DefaultJson;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** A Backend type that somebody else brings: the broker of a message queue. */
public record QueueBackend(
        @NotNull @Chars(min = 1, max = 63) @Matches("^[a-z0-9.-]+$")
        String broker,

        @DefaultJson("5672") @Min(1) @Max(70_000) Integer port)
        implements BackendSource {}
