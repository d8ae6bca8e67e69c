// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;

/**
 * Groups of static Backends, of which a later one gets traffic where the ones before it are not healthy. Mirrors {@code
 * spec.priorityGroups}, which is a list.
 *
 * @param groups the groups, 1 to 16, the preferred one first
 */
@ModelType
public record PriorityGroupsBackend(
        @JsonValue @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid PriorityGroup> groups)
        implements BackendSource {
    /** Copies the groups; null stays null, which validation reports. */
    public PriorityGroupsBackend {
        groups = Copies.requiredList(groups);
    }

    /** Returns these groups. */
    public static PriorityGroupsBackend of(PriorityGroup... groups) {
        return new PriorityGroupsBackend(Arrays.asList(groups));
    }
}
