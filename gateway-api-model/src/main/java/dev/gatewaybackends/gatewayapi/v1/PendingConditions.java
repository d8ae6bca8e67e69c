// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionBuilder;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import java.util.List;

/** The conditions of an object before a controller has processed it: the defaults of the CRDs. */
public final class PendingConditions {
    private static final String ACCEPTED_TYPE = "Accepted";
    private static final String PROGRAMMED_TYPE = "Programmed";
    private static final String LAST_TRANSITION_TIME = "1970-01-01T00:00:00Z";
    private static final String REASON = "Pending";
    private static final String MESSAGE = "Waiting for controller";

    private static final String START = "{\"type\":\"";
    private static final String END = "\",\"status\":\"Unknown\",\"lastTransitionTime\":\"" + LAST_TRANSITION_TIME
            + "\",\"reason\":\"" + REASON + "\",\"message\":\"" + MESSAGE + "\"}";

    /** {@link #ACCEPTED} as JSON. */
    public static final String ACCEPTED_JSON = "[" + START + ACCEPTED_TYPE + END + "]";

    /** {@link #ACCEPTED_AND_PROGRAMMED} as JSON. */
    public static final String ACCEPTED_AND_PROGRAMMED_JSON =
            "[" + START + ACCEPTED_TYPE + END + "," + START + PROGRAMMED_TYPE + END + "]";

    /** The condition {@code Accepted} with status {@code Unknown}. */
    public static final List<Condition> ACCEPTED = List.of(pending(ACCEPTED_TYPE));

    /** The conditions {@code Accepted} and {@code Programmed} with status {@code Unknown}. */
    public static final List<Condition> ACCEPTED_AND_PROGRAMMED =
            List.of(pending(ACCEPTED_TYPE), pending(PROGRAMMED_TYPE));

    private PendingConditions() {}

    private static Condition pending(String type) {
        return ConditionBuilder.builder()
                .type(type)
                .status(ConditionStatus.UNKNOWN)
                .lastTransitionTime(LAST_TRANSITION_TIME)
                .reason(REASON)
                .message(MESSAGE)
                .build();
    }
}
