// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import com.google.protobuf.Any;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.DnsLookupFamily;
import dev.gatewaybackends.settings.TranslationSettings;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import java.util.EnumMap;
import java.util.Map;

/** The discovery of clusters: fixed addresses, or names that Envoy resolves, in the form of the profile. */
public final class DnsClusters {
    /** The name of Envoy's DNS cluster extension. */
    public static final String EXTENSION = "envoy.clusters.dns";

    private static final Map<DnsLookupFamily, Any> STRICT = configs(false);
    private static final Map<DnsLookupFamily, Any> LOGICAL = configs(true);

    private DnsClusters() {}

    /** Makes the addresses of the cluster's endpoints fixed: each is an IP address. */
    public static void fixed(Cluster.Builder cluster, TranslationSettings settings) {
        cluster.setType(Cluster.DiscoveryType.STATIC);
        if (!settings.get(CoreSettings.DNS_CLUSTER_EXTENSION)) {
            lookupFamily(cluster, settings);
        }
    }

    /** Sets the lookup family of the cluster itself, which Envoy's DNS cluster extension does not read. */
    public static void lookupFamily(Cluster.Builder cluster, TranslationSettings settings) {
        // The two Envoy enums of this name have other numbers, so they are mapped by name.
        cluster.setDnsLookupFamily(Cluster.DnsLookupFamily.valueOf(
                settings.get(CoreSettings.DNS_LOOKUP_FAMILY).name()));
    }

    /** Makes Envoy resolve every endpoint's host, each address becoming a host of the cluster. */
    public static void strict(Cluster.Builder cluster, TranslationSettings settings) {
        set(cluster, settings, Cluster.DiscoveryType.STRICT_DNS, STRICT);
    }

    /** Makes Envoy resolve the one endpoint's host for every new connection. */
    public static void logical(Cluster.Builder cluster, TranslationSettings settings) {
        set(cluster, settings, Cluster.DiscoveryType.LOGICAL_DNS, LOGICAL);
    }

    private static void set(
            Cluster.Builder cluster,
            TranslationSettings settings,
            Cluster.DiscoveryType type,
            Map<DnsLookupFamily, Any> configs) {
        if (settings.get(CoreSettings.DNS_CLUSTER_EXTENSION)) {
            cluster.setClusterType(Cluster.CustomClusterType.newBuilder()
                    .setName(EXTENSION)
                    .setTypedConfig(configs.get(settings.get(CoreSettings.DNS_LOOKUP_FAMILY))));
        } else {
            lookupFamily(cluster.setType(type), settings);
        }
    }

    private static Map<DnsLookupFamily, Any> configs(boolean allAddressesInSingleEndpoint) {
        Map<DnsLookupFamily, Any> configs = new EnumMap<>(DnsLookupFamily.class);
        for (DnsLookupFamily family : DnsLookupFamily.values()) {
            configs.put(
                    family,
                    TypedConfigs.pack(DnsCluster.newBuilder()
                            .setAllAddressesInSingleEndpoint(allAddressesInSingleEndpoint)
                            .setDnsLookupFamily(
                                    io.envoyproxy.envoy.extensions.clusters.common.dns.v3.DnsLookupFamily.valueOf(
                                            family.name()))
                            .build()));
        }
        return configs;
    }
}
