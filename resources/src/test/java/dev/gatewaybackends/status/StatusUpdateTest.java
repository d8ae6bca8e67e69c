// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendBuilder;
import dev.gatewaybackends.backend.BackendStatus;
import dev.gatewaybackends.gatewayapi.v1.ParentReference;
import dev.gatewaybackends.gatewayapi.v1.ParentReferenceBuilder;
import dev.gatewaybackends.gatewayapi.v1.RouteParentStatus;
import dev.gatewaybackends.gatewayapi.v1.RouteParentStatusBuilder;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionBuilder;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusUpdateTest {
    private static final String EARLIER = "2026-01-02T03:04:05Z";
    private static final String NOW = "2026-06-07T08:09:10Z";
    private static final String CONTROLLER = "example.com/gateway";
    private static final StatusUpdate UPDATE = StatusUpdate.at(Instant.parse("2026-06-07T08:09:10.987Z"));

    private static Condition computed(String type, ConditionStatus status, String message) {
        return Conditions.of(type, status, "Because", message, 3L);
    }

    private static Condition stored(String type, ConditionStatus status, String message) {
        return ConditionBuilder.builder(computed(type, status, message))
                .lastTransitionTime(EARLIER)
                .build();
    }

    private static Backend backend(Condition... conditions) {
        return BackendBuilder.builder()
                .metadata(ObjectMeta.of("default", "b"))
                .status(new BackendStatus(List.of(conditions)))
                .build();
    }

    private static ParentReference parent(String name) {
        return ParentReferenceBuilder.builder().name(name).build();
    }

    private static RouteParentStatus entry(String parent, String controller, Condition... conditions) {
        return RouteParentStatusBuilder.builder()
                .parentRef(parent(parent))
                .controllerName(controller)
                .conditions(List.of(conditions))
                .build();
    }

    @Test
    void condition_whoseStatusStays_keepsItsTimeAndTakesTheNewText() {
        BackendStatus written = UPDATE.backend(
                backend(stored("Accepted", ConditionStatus.TRUE, "old")),
                new BackendStatus(List.of(computed("Accepted", ConditionStatus.TRUE, "new"))));

        assertThat(written.conditions()).containsExactly(stored("Accepted", ConditionStatus.TRUE, "new"));
    }

    @Test
    void condition_whoseStatusChanges_getsTheTimeOfTheCallerToTheSecond() {
        BackendStatus written = UPDATE.backend(
                backend(stored("Accepted", ConditionStatus.TRUE, "old")),
                new BackendStatus(List.of(computed("Accepted", ConditionStatus.FALSE, "new"))));

        assertThat(written.conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.lastTransitionTime()).isEqualTo(NOW);
            assertThat(condition.observedGeneration()).isEqualTo(3L);
        });
    }

    @Test
    void update_thatChangesNothing_equalsWhatIsThere() {
        Backend backend = backend(
                stored("example.com/Seen", ConditionStatus.UNKNOWN, ""),
                stored("Accepted", ConditionStatus.TRUE, "same"));

        assertThat(UPDATE.backend(
                        backend, new BackendStatus(List.of(computed("Accepted", ConditionStatus.TRUE, "same")))))
                .isEqualTo(backend.status());
    }

    @Test
    void condition_ofOursThatIsNoLongerComputed_isRemovedAndForeignOnesStay() {
        BackendStatus written = UPDATE.backend(
                backend(
                        stored("EndpointsDiscovered", ConditionStatus.TRUE, ""),
                        stored("example.com/Seen", ConditionStatus.TRUE, "")),
                new BackendStatus(List.of(computed("Accepted", ConditionStatus.TRUE, ""))));

        assertThat(written.conditions()).extracting(Condition::type).containsExactly("example.com/Seen", "Accepted");
    }

    @Test
    void backend_withoutStatus_getsOne() {
        Backend backend =
                BackendBuilder.builder().metadata(ObjectMeta.of("default", "b")).build();

        assertThat(UPDATE.backend(backend, new BackendStatus(List.of(computed("Accepted", ConditionStatus.TRUE, ""))))
                        .conditions())
                .extracting(Condition::lastTransitionTime)
                .containsExactly(NOW);
    }

    @Test
    void conditions_beyondEight_loseTheLastForeignOnes() {
        List<Condition> there = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            there.add(stored("example.com/C" + i, ConditionStatus.TRUE, ""));
        }

        List<Condition> written =
                UPDATE.conditions(there, List.of(computed("Accepted", ConditionStatus.TRUE, "")), Set.of("Accepted"));

        assertThat(written)
                .extracting(Condition::type)
                .hasSize(8)
                .endsWith("example.com/C6", "Accepted")
                .doesNotContain("example.com/C7");
    }

    @Test
    void parents_ofOtherControllers_areKeptAndOursAreReplaced() {
        Map<ParentReference, List<Condition>> computed = new LinkedHashMap<>();
        computed.put(parent("new"), List.of(computed("Accepted", ConditionStatus.TRUE, "")));
        computed.put(parent("a"), List.of(computed("Accepted", ConditionStatus.TRUE, "")));

        List<RouteParentStatus> written = UPDATE.parents(
                List.of(
                        entry("a", "other.example/x", stored("Accepted", ConditionStatus.FALSE, "theirs")),
                        entry("a", CONTROLLER, stored("Accepted", ConditionStatus.TRUE, "")),
                        entry("gone", CONTROLLER, stored("Accepted", ConditionStatus.TRUE, ""))),
                computed,
                CONTROLLER);

        assertThat(written)
                .containsExactly(
                        entry("a", "other.example/x", stored("Accepted", ConditionStatus.FALSE, "theirs")),
                        entry("a", CONTROLLER, stored("Accepted", ConditionStatus.TRUE, "")),
                        entry(
                                "new",
                                CONTROLLER,
                                ConditionBuilder.builder(computed("Accepted", ConditionStatus.TRUE, ""))
                                        .lastTransitionTime(NOW)
                                        .build()));
    }

    @Test
    void parents_beyondThirtyTwo_loseTheLastForeignOnes() {
        List<RouteParentStatus> there = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            there.add(entry("p" + i, "other.example/x", stored("Accepted", ConditionStatus.TRUE, "")));
        }

        List<RouteParentStatus> written = UPDATE.parents(
                there, Map.of(parent("mine"), List.of(computed("Accepted", ConditionStatus.TRUE, ""))), CONTROLLER);

        assertThat(written).hasSize(32);
        assertThat(written.get(30).parentRef()).isEqualTo(parent("p30"));
        assertThat(written.get(31).parentRef()).isEqualTo(parent("mine"));
    }

    @Test
    void message_beyondTheLimit_isCutBetweenCharacters() {
        String emoji = "\uD83D\uDE00";

        String message = computed("Accepted", ConditionStatus.FALSE, emoji.repeat(40_000))
                .message();

        assertThat(message.codePointCount(0, message.length())).isEqualTo(Conditions.MAX_MESSAGE);
        assertThat(message).isEqualTo(emoji.repeat(Conditions.MAX_MESSAGE - 3) + "...");
        assertThat(computed("Accepted", ConditionStatus.FALSE, emoji.repeat(Conditions.MAX_MESSAGE))
                        .message())
                .doesNotEndWith("...");
    }
}
