// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.status;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendStatus;
import dev.gatewaybackends.gatewayapi.v1.ParentReference;
import dev.gatewaybackends.gatewayapi.v1.RouteParentStatus;
import dev.gatewaybackends.gatewayapi.v1.RouteParentStatusBuilder;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Turns what was computed into the status to write back, given the status that is there. Immutable and thread-safe.
 *
 * <p>The time of a condition stays as long as its status does, so that an update which changes nothing equals what is there.
 * Conditions of types that others own, and what other controllers say about a route, are kept. Lists stay within the CRDs'
 * limits: what others wrote last makes room first.
 */
public final class StatusUpdate {
    /** The types of Backend conditions that are ours: one that is no longer computed is removed. */
    public static final Set<String> BACKEND_CONDITIONS = Set.of(Conditions.ACCEPTED, "EndpointsDiscovered");

    /** The types of route conditions that are ours: one that is no longer computed is removed. */
    public static final Set<String> ROUTE_CONDITIONS = Set.of(Conditions.ACCEPTED, Conditions.RESOLVED_REFS);

    private static final int MAX_CONDITIONS = 8;
    private static final int MAX_PARENTS = 32;

    private final String now;

    private StatusUpdate(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Returns updates that happen at this time, to the second: the time of conditions whose status changes. */
    public static StatusUpdate at(Instant now) {
        return new StatusUpdate(Objects.requireNonNull(now, "now"));
    }

    /**
     * Returns the status to write to a Backend.
     *
     * @param backend the Backend as it is stored
     * @param computed the status that a translation computed, see {@code TranslationResult.status}
     */
    public BackendStatus backend(Backend backend, BackendStatus computed) {
        List<Condition> there =
                backend.status() == null ? List.of() : backend.status().conditions();
        return new BackendStatus(conditions(there, computed.conditions(), BACKEND_CONDITIONS));
    }

    /**
     * Returns the {@code parents} to write to the status of a route.
     *
     * @param there the entries that are stored, those of other controllers included
     * @param computed what a translation says about each parent; entries of this controller for other parents are removed
     * @param controllerName the name of this controller, e.g. {@code example.com/gateway}
     */
    public List<RouteParentStatus> parents(
            List<RouteParentStatus> there, Map<ParentReference, List<Condition>> computed, String controllerName) {
        Map<ParentReference, List<Condition>> missing = new LinkedHashMap<>(computed);
        List<RouteParentStatus> parents = new ArrayList<>();
        for (RouteParentStatus entry : there) {
            if (!controllerName.equals(entry.controllerName())) {
                parents.add(entry);
                continue;
            }
            List<Condition> conditions = missing.remove(entry.parentRef());
            if (conditions != null) {
                parents.add(RouteParentStatusBuilder.builder(entry)
                        .conditions(conditions(entry.conditions(), conditions, ROUTE_CONDITIONS))
                        .build());
            }
        }
        missing.forEach((parent, conditions) -> parents.add(RouteParentStatusBuilder.builder()
                .parentRef(parent)
                .controllerName(controllerName)
                .conditions(conditions(List.of(), conditions, ROUTE_CONDITIONS))
                .build()));
        for (int i = parents.size() - 1; i >= 0 && parents.size() > MAX_PARENTS; i--) {
            if (!controllerName.equals(parents.get(i).controllerName())) {
                parents.remove(i);
            }
        }
        return parents.size() <= MAX_PARENTS ? List.copyOf(parents) : List.copyOf(parents.subList(0, MAX_PARENTS));
    }

    /**
     * Returns conditions to write to any resource.
     *
     * @param there those that are stored
     * @param computed those that hold now; their times do not count
     * @param owned the types of which none but {@code computed} may remain
     */
    public List<Condition> conditions(List<Condition> there, List<Condition> computed, Set<String> owned) {
        Map<String, Condition> missing = new LinkedHashMap<>();
        computed.forEach(condition -> missing.put(condition.type(), condition));
        List<Condition> conditions = new ArrayList<>();
        for (Condition condition : there) {
            Condition ours = missing.remove(condition.type());
            if (ours != null) {
                conditions.add(timed(ours, ours.status() == condition.status() ? condition.lastTransitionTime() : now));
            } else if (!owned.contains(condition.type())) {
                conditions.add(condition);
            }
        }
        missing.values().forEach(condition -> conditions.add(timed(condition, now)));
        Set<String> types = Set.copyOf(computed.stream().map(Condition::type).toList());
        for (int i = conditions.size() - 1; i >= 0 && conditions.size() > MAX_CONDITIONS; i--) {
            if (!types.contains(conditions.get(i).type())) {
                conditions.remove(i);
            }
        }
        return conditions.size() <= MAX_CONDITIONS
                ? List.copyOf(conditions)
                : List.copyOf(conditions.subList(0, MAX_CONDITIONS));
    }

    private static Condition timed(Condition condition, String time) {
        return ConditionBuilder.builder(condition).lastTransitionTime(time).build();
    }
}
