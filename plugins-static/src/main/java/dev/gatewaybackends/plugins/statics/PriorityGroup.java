// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Backends that share the traffic of one priority. Mirrors {@code spec.priorityGroups[]}.
 *
 * @param backendRefs the Backends, 1 to 16, each once
 */
@ModelType
public record PriorityGroup(
        @NotNull
        @Size(min = 1, max = 16)
        @UniqueBy("name")
        @Rule(check = NamesAreGiven.class, message = "backend reference name must not be empty")
        List<@NotNull @Valid PriorityGroupMember> backendRefs) {
    /** Copies the references; null stays null, which validation reports. */
    public PriorityGroup {
        backendRefs = Copies.requiredList(backendRefs);
    }

    /** Returns a group of the Backends of these names. */
    public static PriorityGroup of(String... names) {
        return new PriorityGroup(
                Arrays.stream(names).map(PriorityGroupMember::of).toList());
    }

    /** {@code self.all(r, size(r.name) > 0)}. */
    static final class NamesAreGiven implements Predicate<List<PriorityGroupMember>> {
        @Override
        public boolean test(List<PriorityGroupMember> members) {
            return members.stream()
                    .allMatch(member -> member == null
                            || member.name() == null
                            || !member.name().isEmpty());
        }
    }
}
