// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.DnsLookupFamily;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DnsClustersTest {
    /** The numbers are Envoy's: those of the extension's enum are one above those of the cluster's. */
    @ParameterizedTest
    @CsvSource({"AUTO, 1", "V4_ONLY, 2", "V6_ONLY, 3", "V4_PREFERRED, 4", "ALL, 5"})
    void asExtension_family_isWrittenToTheExtensionOnly(DnsLookupFamily family, int number)
            throws InvalidProtocolBufferException {
        TranslationSettings settings = settings(true, family);
        Cluster.Builder fixed = Cluster.newBuilder();
        Cluster.Builder strict = Cluster.newBuilder();
        Cluster.Builder logical = Cluster.newBuilder();

        DnsClusters.fixed(fixed, settings);
        DnsClusters.strict(strict, settings);
        DnsClusters.logical(logical, settings);

        assertThat(fixed.build())
                .isEqualTo(Cluster.newBuilder()
                        .setType(Cluster.DiscoveryType.STATIC)
                        .build());
        assertThat(config(strict))
                .isEqualTo(
                        DnsCluster.newBuilder().setDnsLookupFamilyValue(number).build());
        assertThat(config(logical))
                .isEqualTo(DnsCluster.newBuilder()
                        .setDnsLookupFamilyValue(number)
                        .setAllAddressesInSingleEndpoint(true)
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"AUTO, 0", "V4_ONLY, 1", "V6_ONLY, 2", "V4_PREFERRED, 3", "ALL, 4"})
    void asDiscoveryType_family_isWrittenToTheCluster(DnsLookupFamily family, int number) {
        TranslationSettings settings = settings(false, family);
        Cluster.Builder fixed = Cluster.newBuilder();
        Cluster.Builder strict = Cluster.newBuilder();
        Cluster.Builder logical = Cluster.newBuilder();

        DnsClusters.fixed(fixed, settings);
        DnsClusters.strict(strict, settings);
        DnsClusters.logical(logical, settings);

        assertThat(fixed.build()).isEqualTo(cluster(Cluster.DiscoveryType.STATIC, number));
        assertThat(strict.build()).isEqualTo(cluster(Cluster.DiscoveryType.STRICT_DNS, number));
        assertThat(logical.build()).isEqualTo(cluster(Cluster.DiscoveryType.LOGICAL_DNS, number));
    }

    @Test
    void fixed_always_saysItsTypeAlthoughItIsTheDefault() {
        for (boolean extension : new boolean[] {true, false}) {
            Cluster.Builder cluster = Cluster.newBuilder();

            DnsClusters.fixed(cluster, settings(extension, DnsLookupFamily.ALL));

            assertThat(cluster.getClusterDiscoveryTypeCase()).isEqualTo(Cluster.ClusterDiscoveryTypeCase.TYPE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KgatewayVersion.class,
            names = {"V2_1", "V2_2", "V2_3", "V2_4", "MAIN"})
    void strict_kgatewayProfile_isTheExtensionFrom23On(KgatewayVersion version) {
        Cluster.Builder cluster = Cluster.newBuilder();

        DnsClusters.strict(cluster, TranslationSettings.of(TranslationProfile.kgateway(version)));

        assertThat(cluster.hasClusterType()).isEqualTo(version.isAtLeast(KgatewayVersion.V2_3));
    }

    @Test
    void families_ofEnvoy_areAllThere() {
        assertThat(Arrays.stream(Cluster.DnsLookupFamily.values())
                        .filter(family -> family != Cluster.DnsLookupFamily.UNRECOGNIZED)
                        .map(Enum::name))
                .containsExactlyElementsOf(
                        Arrays.stream(DnsLookupFamily.values()).map(Enum::name).toList());
    }

    private static TranslationSettings settings(boolean extension, DnsLookupFamily family) {
        return TranslationSettings.builder()
                .set(CoreSettings.DNS_CLUSTER_EXTENSION, extension)
                .set(CoreSettings.DNS_LOOKUP_FAMILY, family)
                .build();
    }

    private static DnsCluster config(Cluster.Builder cluster) throws InvalidProtocolBufferException {
        assertThat(cluster.getClusterType().getName()).isEqualTo("envoy.clusters.dns");
        DnsCluster config = cluster.getClusterType().getTypedConfig().unpack(DnsCluster.class);
        cluster.clearClusterType();
        assertThat(cluster.build()).isEqualTo(Cluster.getDefaultInstance());
        return config;
    }

    private static Cluster cluster(Cluster.DiscoveryType type, int family) {
        return Cluster.newBuilder()
                .setType(type)
                .setDnsLookupFamilyValue(family)
                .build();
    }
}
