// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import dev.gatewaybackends.model.Copies;
import jakarta.validation.Valid;
import java.util.List;

/**
 * A Backend whose {@code spec} has several union members, which validation refuses.
 *
 * @param sources the values of the members, in the order of the input
 */
public record AmbiguousBackend(List<@Valid BackendSource> sources) implements BackendSource {
    /** Copies the sources. */
    public AmbiguousBackend {
        sources = Copies.list(sources);
    }
}
