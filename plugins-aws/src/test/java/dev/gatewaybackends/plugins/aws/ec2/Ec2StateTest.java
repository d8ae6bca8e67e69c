// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ec2StateTest {
    private static final Ec2Selection WEB = selection("us-east-1", 80, TagFilter.keyValue("app", "web"));
    private static final Ec2Inventory TWO = Ec2Inventory.of(List.of(
            new Ec2Instance("i-1", "a", "10.0.0.1", null, Map.of("app", "web")),
            new Ec2Instance("i-2", "a", "10.0.0.1", null, Map.of("app", "web"))));
    private static final Ec2Inventory NONE = Ec2Inventory.of(List.of());
    private static final Ec2Failure THROTTLED = Ec2Failure.ofAwsError("RequestLimitExceeded", "Slow down");

    @Test
    void next_firstListing_findsEndpoints() {
        Ec2State state = Ec2State.next(null, WEB, TWO);

        assertThat(state.endpoints()).hasSize(2);
        assertCondition(state, ConditionStatus.TRUE, "Discovered", "2 endpoints active");
    }

    @Test
    void next_notListedYet_knowsNothing() {
        Ec2State state = Ec2State.next(null, WEB, null);

        assertThat(state.isListed()).isFalse();
        assertThat(state.endpoints()).isEmpty();
        assertThat(EndpointsDiscovered.of(state)).isNull();
    }

    @Test
    void next_failureAtFirst_hasNothingToServe() {
        assertCondition(
                Ec2State.next(null, WEB, THROTTLED),
                ConditionStatus.FALSE,
                "DiscoveryError",
                "RequestLimitExceeded: Slow down; no endpoints available from a previous poll");
    }

    @Test
    void next_failureAfterSuccess_keepsTheEndpoints() {
        Ec2State before = Ec2State.next(null, WEB, TWO);

        Ec2State after = Ec2State.next(before, WEB, THROTTLED);

        assertThat(after.endpoints()).isEqualTo(before.endpoints());
        assertThat(after.failure()).isEqualTo(THROTTLED);
        assertCondition(
                after,
                ConditionStatus.FALSE,
                "Degraded",
                "RequestLimitExceeded: Slow down; serving 2 endpoints from the last successful poll");
    }

    @Test
    void next_successAfterFailure_replacesEverything() {
        Ec2State degraded = Ec2State.next(Ec2State.next(null, WEB, TWO), WEB, THROTTLED);

        Ec2State none = Ec2State.next(degraded, WEB, NONE);

        assertThat(none.endpoints()).isEmpty();
        assertThat(none.failure()).isNull();
        assertCondition(
                none,
                ConditionStatus.FALSE,
                "NoMatchingInstances",
                "last poll succeeded but no running instances in region us-east-1 matched the configured tag filters "
                        + "[app=web]");
        assertThat(Ec2State.next(none, WEB, TWO)).isEqualTo(Ec2State.next(null, WEB, TWO));
    }

    @Test
    void next_listingStillToCome_keepsTheWholeState() {
        Ec2State degraded = Ec2State.next(Ec2State.next(null, WEB, TWO), WEB, THROTTLED);

        assertThat(Ec2State.next(degraded, WEB, null)).isEqualTo(degraded);
    }

    @Test
    void next_otherSelection_dropsTheEndpointsAtOnce() {
        Ec2State before = Ec2State.next(null, WEB, TWO);
        for (Ec2Selection changed : List.of(
                selection("us-east-2", 80, TagFilter.keyValue("app", "web")),
                selection("us-east-1", 81, TagFilter.keyValue("app", "web")),
                selection("us-east-1", 80, TagFilter.key("app")),
                selection("us-east-1", 80),
                new Ec2Selection("us-east-1", 80, Ec2AddressType.PUBLIC_IP, WEB.filters()))) {
            assertThat(Ec2State.next(before, changed, null).endpoints()).isEmpty();
            assertThat(Ec2State.next(before, changed, THROTTLED).endpoints()).isEmpty();
            assertThat(EndpointsDiscovered.of(Ec2State.next(before, changed, null)))
                    .isNull();
        }
    }

    @Test
    void next_ofItsOwnResult_changesNothing() {
        Ec2State before = Ec2State.next(null, WEB, TWO);
        for (Ec2Listing listing : new Ec2Listing[] {TWO, NONE, THROTTLED, null}) {
            Ec2State once = Ec2State.next(before, WEB, listing);

            assertThat(Ec2State.next(once, WEB, listing)).isEqualTo(once).hasSameHashCodeAs(once);
        }
    }

    @Test
    void withDistinctAddresses_sharedAddress_isOneEndpoint() {
        Ec2State state = Ec2State.next(null, WEB, TWO).withDistinctAddresses();

        assertThat(state.endpoints()).containsExactly(new Ec2Endpoint("a", "10.0.0.1", "i-1"));
        assertCondition(state, ConditionStatus.TRUE, "Discovered", "1 endpoints active");
    }

    @Test
    void condition_noFilters_namesTheAddressType() {
        assertCondition(
                Ec2State.next(null, selection("eu-west-1", 80), NONE),
                ConditionStatus.FALSE,
                "NoMatchingInstances",
                "last poll succeeded but no running instances in region eu-west-1 had a usable PrivateIP address");
    }

    @Test
    void condition_unresolvedSecret_namesIt() {
        Condition condition = EndpointsDiscovered.unresolvedSecret("shop", "keys");

        assertThat(condition.type()).isEqualTo("EndpointsDiscovered");
        assertThat(condition.status()).isEqualTo(ConditionStatus.FALSE);
        assertThat(condition.reason()).isEqualTo("CredentialError");
        assertThat(condition.message())
                .isEqualTo("aws auth secret \"keys\" in namespace \"shop\" could not be resolved");
    }

    @ParameterizedTest
    @CsvSource({
        "AuthFailure, AuthorizationError",
        "UnauthorizedOperation, AuthorizationError",
        "AccessDenied, AuthorizationError",
        "AccessDeniedException, AuthorizationError",
        "InvalidClientTokenId, AuthorizationError",
        "SignatureDoesNotMatch, AuthorizationError",
        "RequestExpired, AuthorizationError",
        "OptInRequired, AuthorizationError",
        "Blocked, AuthorizationError",
        "MissingAuthenticationToken, AuthorizationError",
        "RequestLimitExceeded, DiscoveryError",
        "authfailure, DiscoveryError"
    })
    void failure_awsCode_hasItsClass(String code, String reason) {
        assertThat(Ec2Failure.ofAwsError(code, null).kind()).hasToString(reason);
        assertThat(Ec2Failure.ofAwsError(code, null).cause()).isEqualTo(code);
        assertThat(Ec2Failure.ofAwsError(code, "").cause()).isEqualTo(code);
        assertThat(Ec2Failure.ofAwsError(code, "Why").cause()).isEqualTo(code + ": Why");
    }

    @Test
    void toString_state_isShort() {
        assertThat(Ec2State.next(null, WEB, null)).hasToString("Ec2State[0 endpoints, not listed]");
        assertThat(Ec2State.next(null, WEB, THROTTLED)).hasToString("Ec2State[0 endpoints, DiscoveryError]");
        assertThat(Ec2State.next(null, WEB, TWO)).hasToString("Ec2State[2 endpoints]");
    }

    private static void assertCondition(Ec2State state, ConditionStatus status, String reason, String message) {
        Condition condition = EndpointsDiscovered.of(state);
        assertThat(condition.type()).isEqualTo("EndpointsDiscovered");
        assertThat(condition.status()).isEqualTo(status);
        assertThat(condition.reason()).isEqualTo(reason);
        assertThat(condition.message()).isEqualTo(message);
    }

    private static Ec2Selection selection(String region, int port, TagFilter... filters) {
        return new Ec2Selection(region, port, Ec2AddressType.PRIVATE_IP, List.of(filters));
    }
}
