// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionBuilder;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The condition {@code EndpointsDiscovered} of EC2 Backends, in kgateway's words. */
public final class EndpointsDiscovered {
    /** The type of the condition. */
    public static final String TYPE = "EndpointsDiscovered";

    private EndpointsDiscovered() {}

    /** Returns the condition of a Backend; null as long as its instances were not listed. */
    public static @Nullable Condition of(Ec2State state) {
        int count = state.endpoints().size();
        Ec2Failure failure = state.failure();
        if (failure != null) {
            return count == 0
                    ? isFalse(
                            failure.kind().toString(),
                            failure.cause() + "; no endpoints available from a previous poll")
                    : isFalse(
                            "Degraded",
                            failure.cause() + "; serving " + count + " endpoints from the last successful poll");
        }
        if (!state.isListed()) {
            return null;
        }
        return count == 0
                ? isFalse(
                        "NoMatchingInstances",
                        "last poll succeeded but no running instances in region " + nothingFound(state.selection()))
                : condition(ConditionStatus.TRUE, "Discovered", count + " endpoints active");
    }

    /** Returns the condition of a Backend whose Secret is not there, so that nothing can be listed with it. */
    public static Condition unresolvedSecret(String namespace, String name) {
        return isFalse(
                Ec2Failure.Kind.CREDENTIAL_ERROR.toString(),
                "aws auth secret \"" + name + "\" in namespace \"" + namespace + "\" could not be resolved");
    }

    private static String nothingFound(Ec2Selection selection) {
        List<TagFilter> filters = selection.filters();
        return filters.isEmpty()
                ? selection.region() + " had a usable " + selection.addressType() + " address"
                : selection.region() + " matched the configured tag filters ["
                        + String.join(
                                ", ", filters.stream().map(TagFilter::text).toList()) + "]";
    }

    private static Condition isFalse(String reason, String message) {
        return condition(ConditionStatus.FALSE, reason, message);
    }

    private static Condition condition(ConditionStatus status, String reason, String message) {
        return ConditionBuilder.builder()
                .type(TYPE)
                .status(status)
                .reason(reason)
                .message(message)
                .build();
    }
}
