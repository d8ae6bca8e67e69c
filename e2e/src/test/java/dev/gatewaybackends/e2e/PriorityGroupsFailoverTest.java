// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.UInt32Value;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.OutlierDetection;
import io.envoyproxy.envoy.config.core.v3.HealthCheck;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A later group serves while the ones before it are not healthy, provided that something tells whether they are. */
class PriorityGroupsFailoverTest {
    private static final Duration SHORT =
            Duration.newBuilder().setNanos(100_000_000).build();

    @TempDir
    private Path directory;

    private HttpUpstream near;
    private HttpUpstream far;

    @BeforeEach
    void startUpstreams() {
        EnvoyBinary.path();
        near = HttpUpstream.start("near");
        far = HttpUpstream.start("far");
    }

    @AfterEach
    void stopUpstreams() {
        near.close();
        far.close();
    }

    @Test
    void healthCheck_firstGroupFailsAndRecovers_trafficGoesAndComesBack() {
        try (EnvoyProcess envoy = start(PriorityGroupsFailoverTest::withHealthCheck)) {
            assertThat(servedBy("near", envoy)).as(envoy::toString).isTrue();
            near.answerWith(503);
            assertThat(Polling.until(() -> servedBy("far", envoy)))
                    .as(envoy::toString)
                    .isTrue();
            near.answerWith(200);
            assertThat(Polling.until(() -> servedBy("near", envoy)))
                    .as(envoy::toString)
                    .isTrue();
        }
    }

    @Test
    void outlierDetection_firstGroupFails_trafficGoesAndComesBack() {
        try (EnvoyProcess envoy = start(PriorityGroupsFailoverTest::withOutlierDetection)) {
            near.answerWith(503);
            assertThat(Polling.until(() -> servedBy("far", envoy)))
                    .as(envoy::toString)
                    .isTrue();
            near.answerWith(200);
            assertThat(Polling.until(() -> servedBy("near", envoy)))
                    .as(envoy::toString)
                    .isTrue();
        }
    }

    @Test
    void nothingThatTellsHealth_firstGroupFails_keepsAllTraffic() {
        try (EnvoyProcess envoy = start(UnaryOperator.identity())) {
            near.answerWith(503);
            for (int i = 0; i < 20; i++) {
                assertThat(get(envoy).status()).as(envoy::toString).isEqualTo(503);
            }
        }
    }

    @Test
    void nothingThatTellsHealth_firstGroupNeverResolves_secondServes() {
        Manifest manifest = Manifest.example("priority-groups.yaml").replacing("host: 127.0.0.1", "host: no.invalid");
        try (EnvoyProcess envoy = start(manifest, UnaryOperator.identity())) {
            assertThat(servedBy("far", envoy)).as(envoy::toString).isTrue();
        }
    }

    private EnvoyProcess start(UnaryOperator<Cluster> change) {
        return start(Manifest.example("priority-groups.yaml"), change);
    }

    private EnvoyProcess start(Manifest manifest, UnaryOperator<Cluster> change) {
        String text = manifest.withPort(8080, near.port())
                .withPort(8081, far.port())
                .replacing("host: localhost", "host: 127.0.0.1")
                .text();
        TranslationResult result = BackendTranslator.create()
                .translate(ResourceReader.create().readText(text))
                .orElseThrow();
        return new RequiredConfiguration(result)
                .start(
                        directory,
                        cluster -> cluster.getName().equals("backend_default_web_0") ? change.apply(cluster) : cluster);
    }

    private static boolean servedBy(String name, EnvoyProcess envoy) {
        Answer answer = get(envoy);
        return answer.status() == 200 && answer.body().startsWith(name + " ");
    }

    private static Answer get(EnvoyProcess envoy) {
        return Requests.getPath("127.0.0.1:" + envoy.port(), "/web");
    }

    private static Cluster withHealthCheck(Cluster cluster) {
        return cluster.toBuilder()
                .addHealthChecks(HealthCheck.newBuilder()
                        .setTimeout(Duration.newBuilder().setSeconds(5))
                        .setInterval(SHORT)
                        .setNoTrafficInterval(SHORT)
                        .setUnhealthyThreshold(UInt32Value.of(1))
                        .setHealthyThreshold(UInt32Value.of(1))
                        .setHttpHealthCheck(
                                HealthCheck.HttpHealthCheck.newBuilder().setPath("/health")))
                .build();
    }

    private static Cluster withOutlierDetection(Cluster cluster) {
        return cluster.toBuilder()
                .setOutlierDetection(OutlierDetection.newBuilder()
                        .setConsecutive5Xx(UInt32Value.of(3))
                        .setInterval(SHORT)
                        .setBaseEjectionTime(Duration.newBuilder().setSeconds(2))
                        .setMaxEjectionPercent(UInt32Value.of(100)))
                .build();
    }
}
