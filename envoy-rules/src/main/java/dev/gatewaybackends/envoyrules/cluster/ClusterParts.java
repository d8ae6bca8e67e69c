// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.cluster;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import io.envoyproxy.envoy.extensions.clusters.dynamic_forward_proxy.v3.ClusterConfig;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cluster with those parts unpacked that several checks need. Contents that do not parse count as absent. */
final class ClusterParts {
    /** The key under which Envoy looks for {@link HttpProtocolOptions}. */
    static final String HTTP_OPTIONS = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

    private static final Map<String, Discovery> BY_NAME = Map.of(
            "envoy.cluster.static", Discovery.STATIC,
            "envoy.cluster.strict_dns", Discovery.STRICT_DNS,
            "envoy.cluster.logical_dns", Discovery.LOGICAL_DNS,
            "envoy.cluster.eds", Discovery.EDS,
            "envoy.cluster.original_dst", Discovery.ORIGINAL_DST);

    private final Cluster cluster;
    private final Discovery discovery;
    private final @Nullable ClusterConfig forwardProxy;
    private final @Nullable HttpProtocolOptions http;

    /** How a cluster gets its hosts. */
    enum Discovery {
        STATIC,
        /** Every address of every host, by type or by the DNS extension. */
        STRICT_DNS,
        /** One host with all its addresses, by type or by the DNS extension. */
        LOGICAL_DNS,
        EDS,
        ORIGINAL_DST,
        FORWARD_PROXY,
        AGGREGATE,
        /** A cluster type that is given by name alone and that no Envoy has. */
        MISSING,
        OTHER
    }

    ClusterParts(Cluster cluster) {
        this.cluster = cluster;
        Any config = cluster.getClusterType().getTypedConfig();
        this.discovery = cluster.hasClusterType() ? extension(cluster.getClusterType(), config) : ofType(cluster);
        this.forwardProxy = discovery == Discovery.FORWARD_PROXY ? unpack(config, ClusterConfig.parser()) : null;
        Any options = cluster.getTypedExtensionProtocolOptionsMap().get(HTTP_OPTIONS);
        this.http =
                options != null && holds(options, HTTP_OPTIONS) ? unpack(options, HttpProtocolOptions.parser()) : null;
    }

    Cluster cluster() {
        return cluster;
    }

    Discovery discovery() {
        return discovery;
    }

    @Nullable
    ClusterConfig forwardProxy() {
        return forwardProxy;
    }

    @Nullable
    HttpProtocolOptions http() {
        return http;
    }

    /** Returns whether an Any is of a type, without loading the type's class. */
    static boolean holds(Any any, String fullName) {
        return any.getTypeUrl().endsWith("/" + fullName);
    }

    /** Returns the content of an Any whose type was checked, null when it does not parse. */
    static <M extends Message> @Nullable M unpack(Any any, Parser<M> parser) {
        try {
            return parser.parseFrom(any.getValue());
        } catch (InvalidProtocolBufferException e) {
            return null;
        }
    }

    private static Discovery ofType(Cluster cluster) {
        return switch (cluster.getType()) {
            case STATIC -> Discovery.STATIC;
            case STRICT_DNS -> Discovery.STRICT_DNS;
            case LOGICAL_DNS -> Discovery.LOGICAL_DNS;
            case EDS -> Discovery.EDS;
            case ORIGINAL_DST -> Discovery.ORIGINAL_DST;
            default -> Discovery.OTHER;
        };
    }

    private static Discovery extension(Cluster.CustomClusterType type, Any config) {
        if (config.getTypeUrl().isEmpty()) {
            return BY_NAME.getOrDefault(type.getName(), Discovery.MISSING);
        }
        if (holds(config, "envoy.extensions.clusters.dns.v3.DnsCluster")) {
            DnsCluster dns = unpack(config, DnsCluster.parser());
            return dns != null && dns.getAllAddressesInSingleEndpoint() ? Discovery.LOGICAL_DNS : Discovery.STRICT_DNS;
        }
        if (holds(config, "envoy.extensions.clusters.dynamic_forward_proxy.v3.ClusterConfig")) {
            return Discovery.FORWARD_PROXY;
        }
        return holds(config, "envoy.extensions.clusters.aggregate.v3.ClusterConfig")
                ? Discovery.AGGREGATE
                : Discovery.OTHER;
    }
}
