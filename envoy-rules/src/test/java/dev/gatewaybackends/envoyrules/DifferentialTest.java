// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk over bytes against a plain evaluator on messages. */
class DifferentialTest {
    private static final int ROUNDS = 200;

    private final EnvoyDescriptors descriptors = EnvoyDescriptors.create();
    private final EnvoyRules rules = EnvoyRules.of(descriptors);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "envoy.config.cluster.v3.Cluster",
                "envoy.config.cluster.v3.OutlierDetection",
                "envoy.config.core.v3.HealthCheck",
                "envoy.config.endpoint.v3.ClusterLoadAssignment",
                "envoy.extensions.clusters.dns.v3.DnsCluster",
                "envoy.extensions.clusters.dynamic_forward_proxy.v3.ClusterConfig",
                "envoy.extensions.filters.http.aws_lambda.v3.Config",
                "envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning",
                "envoy.extensions.filters.http.gcp_authn.v3.GcpAuthnFilterConfig",
                "envoy.extensions.filters.http.header_mutation.v3.HeaderMutation",
                "envoy.extensions.load_balancing_policies.ring_hash.v3.RingHash",
                "envoy.extensions.transport_sockets.tls.v3.Secret",
                "envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext",
                "envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
                "xds.type.matcher.v3.Matcher"
            })
    void randomMessages_bothEvaluators_findTheSamePlaces(String name) {
        Descriptor type = descriptors.find(name);
        RandomMessages messages = new RandomMessages(name.hashCode(), descriptors);
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Message message = messages.next(type);

            Set<String> paths = rules.check(message).violations().stream()
                    .map(violation -> violation.path().replaceAll("\\p{Cntrl}", "?"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> expected = ReflectiveRules.check(descriptors, message).stream()
                    .map(path -> path.replaceAll("\\p{Cntrl}", "?"))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(paths).as("message %s of %s", i, name).isEqualTo(expected);
            found += paths.size();
        }
        assertThat(found).isPositive();
    }
}
