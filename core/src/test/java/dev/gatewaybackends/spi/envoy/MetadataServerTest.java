// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import dev.gatewaybackends.envoyrules.EnvoyRules;
import dev.gatewaybackends.spi.Requirements;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.extensions.filters.http.gcp_authn.v3.Audience;
import io.envoyproxy.envoy.extensions.filters.http.gcp_authn.v3.GcpAuthnFilterConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import org.junit.jupiter.api.Test;

class MetadataServerTest {
    private final EnvoyDescriptors descriptors = EnvoyDescriptors.create();

    @Test
    void accessToken_ofACluster_isWhatEnvoyCallsItAndBreaksNoRule() throws InvalidProtocolBufferException {
        Cluster.Builder cluster = Cluster.newBuilder().setName("c");
        MetadataServer.accessToken(cluster);

        Any audience = audience(cluster);
        Descriptor type = descriptors.find(audience.getTypeUrl());
        assertThat(type).isNotNull();
        assertThat(TextFormat.printer()
                        .printToString(DynamicMessage.parseFrom(type, audience.getValue()))
                        .strip())
                .isEqualTo("access_token {\n}");
        assertThat(EnvoyRules.of(descriptors).check(cluster.build()).violations())
                .isEmpty();
    }

    @Test
    void identityToken_ofACluster_isForItsAudience() throws InvalidProtocolBufferException {
        Cluster.Builder cluster = Cluster.newBuilder();
        MetadataServer.identityToken(cluster, "https://x.example");

        assertThat(audience(cluster).unpack(Audience.class).getUrl()).isEqualTo("https://x.example");
    }

    @Test
    void requirements_withStripping_removeTheClientsCredentialFirst() throws InvalidProtocolBufferException {
        Requirements.Builder builder = Requirements.builder();
        MetadataServer.stripAuthorization(builder);
        MetadataServer.require(builder, 7);
        Requirements requirements = builder.build();

        assertThat(requirements.listener().httpFilters())
                .extracting(HttpFilter::getName)
                .containsExactly("gcp.strip", "envoy.filters.http.gcp_authn");
        assertThat(requirements.route().typedPerFilterConfig()).containsOnlyKeys("gcp.strip");
        GcpAuthnFilterConfig config =
                requirements.listener().httpFilters().get(1).getTypedConfig().unpack(GcpAuthnFilterConfig.class);
        assertThat(config.getCacheConfig().getCacheSize().getValue()).isEqualTo(7);
        assertThat(requirements.proxy().extraClusters())
                .extracting(Cluster::getName)
                .containsExactly(config.getCluster());
    }

    @Test
    void cacheOfNothing_meansNoCache() throws InvalidProtocolBufferException {
        Requirements.Builder builder = Requirements.builder();
        MetadataServer.require(builder, 0);

        assertThat(builder.build()
                        .listener()
                        .httpFilters()
                        .get(0)
                        .getTypedConfig()
                        .unpack(GcpAuthnFilterConfig.class)
                        .hasCacheConfig())
                .isFalse();
    }

    private static Any audience(Cluster.Builder cluster) {
        return cluster.getMetadata().getTypedFilterMetadataOrThrow("envoy.filters.http.gcp_authn");
    }
}
