// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The permitted references: from each of {@code from} to each of {@code to}. Mirrors {@code ReferenceGrantSpec}.
 *
 * @param from the permitted referrers; null only before validation
 * @param to the permitted targets; null only before validation
 */
@ModelType
public record ReferenceGrantSpec(
        @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid ReferenceGrantFrom> from,
        @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid ReferenceGrantTo> to) {

    /** Copies the lists. */
    public ReferenceGrantSpec {
        from = Copies.requiredList(from);
        to = Copies.requiredList(to);
    }

    /** Returns a permission for references of one kind to one kind of target. */
    public static ReferenceGrantSpec of(ReferenceGrantFrom from, ReferenceGrantTo to) {
        return new ReferenceGrantSpec(List.of(from), List.of(to));
    }
}
