// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Duration;
import com.google.protobuf.Empty;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import org.junit.jupiter.api.Test;

class NewerFieldsTest {
    @Test
    void set_fieldThatTheProtosKnow_isSetLikeAnyOther() {
        Cluster.Builder cluster = Cluster.newBuilder();

        NewerFields.set(cluster, 1, "named");
        NewerFields.set(cluster, 4, Duration.newBuilder().setSeconds(5).build());

        assertThat(cluster.build())
                .isEqualTo(Cluster.newBuilder()
                        .setName("named")
                        .setConnectTimeout(Duration.newBuilder().setSeconds(5))
                        .build());
    }

    @Test
    void set_fieldThatTheyDoNotKnow_isInTheBytes() {
        Empty.Builder message = Empty.newBuilder();

        NewerFields.set(message, 3, "first");
        NewerFields.set(message, 3, "second");

        assertThat(message.build().getUnknownFields().getField(3).getLengthDelimitedList())
                .extracting(bytes -> bytes.toStringUtf8())
                .containsExactly("first", "second");
    }

    @Test
    void set_fieldOfAnotherType_isRefused() {
        assertThatThrownBy(() -> NewerFields.set(Endpoint.newBuilder(), 1, "no address"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("field 1 of envoy.config.endpoint.v3.Endpoint");
    }
}
