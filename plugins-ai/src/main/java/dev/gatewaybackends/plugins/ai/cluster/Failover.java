// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import com.google.protobuf.Duration;
import com.google.protobuf.Empty;
import com.google.protobuf.UInt32Value;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.spi.envoy.NewerFields;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import io.envoyproxy.envoy.config.cluster.v3.OutlierDetection;
import io.envoyproxy.envoy.config.common.matcher.v3.HttpHeadersMatch;
import io.envoyproxy.envoy.config.common.matcher.v3.MatchPredicate;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy;
import io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate;
import io.envoyproxy.envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.envoyproxy.envoy.type.v3.Int64Range;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the requests of a failing provider go on to the next one.
 *
 * <p>Only what a provider says before it has begun to answer is tried again: 429, and errors of its own. A completion may
 * still be paid for twice. Nothing is tried again after the first byte of an answer.
 */
final class Failover {
    /** The release of Envoy since which a status other than 5xx can count against an endpoint. */
    static final int ERROR_MATCHER = 36;
    /** The release of Envoy since which a cluster has a retry policy. */
    static final int RETRY_POLICY = 37;

    private static final int OUTLIER_DETECTION_FIELD = 8;
    /** Of a message that the oldest supported protos do not have; it is all that the message holds. */
    private static final int ERROR_MATCHER_FIELD = 1;

    private static final int RETRY_POLICY_FIELD = 11;
    private static final int MAX_RETRIES = 5;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int[] RETRIED = {TOO_MANY_REQUESTS, 500, 502, 503, 504, 529};

    private static final MatchPredicate REFUSES = MatchPredicate.newBuilder()
            .setOrMatch(MatchPredicate.MatchSet.newBuilder()
                    .addRules(status(HeaderMatcher.newBuilder()
                            .setStringMatch(StringMatcher.newBuilder().setExact(String.valueOf(TOO_MANY_REQUESTS)))))
                    .addRules(status(HeaderMatcher.newBuilder()
                            .setRangeMatch(Int64Range.newBuilder().setStart(500).setEnd(600)))))
            .build();

    private static final OutlierDetection OUTLIER_DETECTION = OutlierDetection.newBuilder()
            .setConsecutive5Xx(UInt32Value.of(3))
            .setInterval(seconds(5))
            .setBaseEjectionTime(seconds(30))
            .setMaxEjectionTime(seconds(300))
            .setMaxEjectionPercent(UInt32Value.of(100))
            .setEnforcingSuccessRate(UInt32Value.of(0))
            .build();

    /** By what they depend on, which is few values. */
    private static final Map<Choice, HttpProtocolOptions> OPTIONS = new ConcurrentHashMap<>();

    private Failover() {}

    private record Choice(int retries, boolean hasPriorities, boolean hasErrorMatcher, boolean hasRetryPolicy) {}

    /**
     * Returns which endpoints are left out for a while.
     *
     * <p>A lone endpoint of a group may be left out, too, which Envoy's default of 10 % would forbid; success rates, which
     * need more hosts and requests than there are, do not count.
     */
    static OutlierDetection outlierDetection() {
        return OUTLIER_DETECTION;
    }

    /** Adds what counts as a failure and how a request goes on. */
    static void add(HttpProtocolOptions.Builder options, int groups, EnvoyVersion version) {
        options.mergeFrom(OPTIONS.computeIfAbsent(
                new Choice(
                        Math.min(Math.max(groups - 1, 1), MAX_RETRIES),
                        groups > 1,
                        version.isAtLeast(ERROR_MATCHER),
                        version.isAtLeast(RETRY_POLICY)),
                Failover::options));
    }

    private static HttpProtocolOptions options(Choice choice) {
        HttpProtocolOptions.Builder options = HttpProtocolOptions.newBuilder();
        if (choice.hasErrorMatcher()) {
            Empty.Builder detection = Empty.newBuilder();
            NewerFields.set(
                    options,
                    OUTLIER_DETECTION_FIELD,
                    NewerFields.set(detection, ERROR_MATCHER_FIELD, REFUSES).build());
        }
        if (choice.hasRetryPolicy()) {
            NewerFields.set(options, RETRY_POLICY_FIELD, retryPolicy(choice));
        }
        return options.build();
    }

    private static RetryPolicy retryPolicy(Choice choice) {
        RetryPolicy.Builder policy = RetryPolicy.newBuilder()
                .setRetryOn("connect-failure,refused-stream,reset-before-request,retriable-status-codes")
                .setNumRetries(UInt32Value.of(choice.retries()))
                .addRetryHostPredicate(RetryPolicy.RetryHostPredicate.newBuilder()
                        .setName("envoy.retry_host_predicates.previous_hosts")
                        .setTypedConfig(TypedConfigs.pack(PreviousHostsPredicate.getDefaultInstance())))
                .setHostSelectionRetryMaxAttempts(5)
                .setRetryBackOff(RetryPolicy.RetryBackOff.newBuilder()
                        .setBaseInterval(Duration.newBuilder().setNanos(100_000_000))
                        .setMaxInterval(seconds(10)));
        for (int status : RETRIED) {
            policy.addRetriableStatusCodes(status);
        }
        if (choice.hasPriorities()) {
            policy.setRetryPriority(RetryPolicy.RetryPriority.newBuilder()
                    .setName("envoy.retry_priorities.previous_priorities")
                    .setTypedConfig(TypedConfigs.pack(PreviousPrioritiesConfig.newBuilder()
                            .setUpdateFrequency(1)
                            .build())));
        }
        return policy.build();
    }

    private static MatchPredicate status(HeaderMatcher.Builder matcher) {
        return MatchPredicate.newBuilder()
                .setHttpResponseHeadersMatch(HttpHeadersMatch.newBuilder().addHeaders(matcher.setName(":status")))
                .build();
    }

    private static Duration seconds(long seconds) {
        return Duration.newBuilder().setSeconds(seconds).build();
    }
}
