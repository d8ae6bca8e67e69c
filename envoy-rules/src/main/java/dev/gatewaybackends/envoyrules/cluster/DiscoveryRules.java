// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.cluster;

import dev.gatewaybackends.constraints.IpAddressText;
import dev.gatewaybackends.envoyrules.cluster.ClusterParts.Discovery;
import dev.gatewaybackends.envoyrules.pgv.Counts;
import dev.gatewaybackends.envoyrules.pgv.ViolationSink;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.EnvoyInternalAddress;
import io.envoyproxy.envoy.config.core.v3.Pipe;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Checks that hosts, addresses and sources fit the way of discovery. */
final class DiscoveryRules {
    private static final String ASSIGNMENT = "load_assignment";
    private static final String IP_RESOLVER = "envoy.ip";
    private static final Pattern LINK_LOCAL =
            Pattern.compile("(fe[89ab][0-9a-f]|ff[0-9a-f]2):", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int MAX_PIPE_PATH = 107;
    private static final int MAX_SHOWN = 100;

    private DiscoveryRules() {}

    static void check(ClusterParts parts, ViolationSink violations) {
        Cluster cluster = parts.cluster();
        sources(parts, violations);
        switch (parts.discovery()) {
            case STATIC -> staticHosts(cluster, violations);
            case STRICT_DNS -> dnsHosts(cluster, violations);
            case LOGICAL_DNS -> {
                singleHost(cluster, violations);
                dnsHosts(cluster, violations);
            }
            case ORIGINAL_DST -> {
                if (cluster.hasLoadAssignment()) {
                    violations.add(ASSIGNMENT, "set, but type ORIGINAL_DST takes hosts from connections only");
                }
            }
            case MISSING ->
                violations.add("cluster_type", "no typed_config, and the name is none of Envoy's own cluster types");
            default -> {}
        }
    }

    private static void sources(ClusterParts parts, ViolationSink violations) {
        Cluster cluster = parts.cluster();
        ConfigSource source = cluster.getEdsClusterConfig().getEdsConfig();
        if (parts.discovery() != Discovery.EDS) {
            if (cluster.hasEdsClusterConfig()) {
                violations.add("eds_cluster_config", "set, but only type EDS takes it");
            }
        } else if (!cluster.getEdsClusterConfig().hasEdsConfig()) {
            violations.add("eds_cluster_config.eds_config", "not set, but type EDS requires it");
        } else if (source.hasSelf()) {
            violations.add("eds_cluster_config.eds_config.self", "set, but endpoints cannot come from there");
        }
    }

    private static void singleHost(Cluster cluster, ViolationSink violations) {
        List<LocalityLbEndpoints> localities = cluster.getLoadAssignment().getEndpointsList();
        if (localities.size() != 1 || localities.get(0).getLbEndpointsCount() != 1) {
            int hosts = localities.stream()
                    .mapToInt(LocalityLbEndpoints::getLbEndpointsCount)
                    .sum();
            violations.add(
                    ASSIGNMENT + ".endpoints",
                    Counts.of(localities.size(), "locality") + " with " + Counts.of(hosts, "endpoint")
                            + ", logical DNS takes exactly one of each");
        }
    }

    /** Calls back for every endpoint, with its path. */
    private static void endpoints(Cluster cluster, EndpointCheck check) {
        for (int i = 0; i < cluster.getLoadAssignment().getEndpointsCount(); i++) {
            LocalityLbEndpoints locality = cluster.getLoadAssignment().getEndpoints(i);
            for (int j = 0; j < locality.getLbEndpointsCount(); j++) {
                check.check(i, j, locality.getLbEndpoints(j).getEndpoint());
            }
        }
    }

    @FunctionalInterface
    private interface EndpointCheck {
        void check(int locality, int index, Endpoint endpoint);
    }

    private static String path(int locality, int index) {
        return ASSIGNMENT + ".endpoints[" + locality + "].lb_endpoints[" + index + "].endpoint";
    }

    private static void dnsHosts(Cluster cluster, ViolationSink violations) {
        endpoints(cluster, (i, j, endpoint) -> {
            if (!endpoint.getAddress().getSocketAddress().getResolverName().isEmpty()) {
                violations.add(path(i, j) + ".address.socket_address.resolver_name", "set, but DNS clusters take none");
            }
        });
    }

    private static void staticHosts(Cluster cluster, ViolationSink violations) {
        for (int i = 0; i < cluster.getLoadAssignment().getEndpointsCount(); i++) {
            if (cluster.getLoadAssignment().getEndpoints(i).hasLedsClusterLocalityConfig()) {
                violations.add(
                        ASSIGNMENT + ".endpoints[" + i + "].leds_cluster_locality_config",
                        "set, but only type EDS takes it");
            }
        }
        endpoints(cluster, (i, j, endpoint) -> {
            staticAddress(endpoint.getAddress(), () -> path(i, j) + ".address", violations);
            for (int k = 0; k < endpoint.getAdditionalAddressesCount(); k++) {
                String additional = ".additional_addresses[" + k + "].address";
                staticAddress(
                        endpoint.getAdditionalAddresses(k).getAddress(), () -> path(i, j) + additional, violations);
            }
            if (endpoint.getHealthCheckConfig().hasAddress()) {
                staticAddress(
                        endpoint.getHealthCheckConfig().getAddress(),
                        () -> path(i, j) + ".health_check_config.address",
                        violations);
            }
        });
    }

    private static void staticAddress(Address address, Supplier<String> path, ViolationSink violations) {
        switch (address.getAddressCase()) {
            case SOCKET_ADDRESS -> socketAddress(address.getSocketAddress(), path, violations);
            case PIPE -> pipe(address.getPipe(), path, violations);
            case ENVOY_INTERNAL_ADDRESS -> {
                EnvoyInternalAddress internal = address.getEnvoyInternalAddress();
                if (internal.getAddressNameSpecifierCase()
                        == EnvoyInternalAddress.AddressNameSpecifierCase.ADDRESSNAMESPECIFIER_NOT_SET) {
                    violations.add(path.get() + ".envoy_internal_address", "no listener name, but required");
                }
            }
            case ADDRESS_NOT_SET -> violations.add(path.get(), "not set, but type STATIC requires it");
        }
    }

    private static void socketAddress(SocketAddress address, Supplier<String> path, ViolationSink violations) {
        String resolver = address.getResolverName();
        if (!resolver.isEmpty() && !resolver.equals(IP_RESOLVER)) {
            violations.add(path.get() + ".socket_address.resolver_name", "not a resolver Envoy has");
        } else if (address.getPortSpecifierCase() == SocketAddress.PortSpecifierCase.NAMED_PORT) {
            violations.add(path.get() + ".socket_address.named_port", "set, but type STATIC takes port numbers only");
        } else if (hasStrayZone(address.getAddress())) {
            violations.add(
                    path.get() + ".socket_address.address",
                    shown(address.getAddress()) + " has a named zone, which only link-local addresses take");
        } else if (!address.getAddress().isEmpty() && !IpAddressText.isIp(address.getAddress())) {
            violations.add(
                    path.get() + ".socket_address.address",
                    shown(address.getAddress()) + " is not an IP address, and type STATIC takes nothing else");
        }
    }

    /** Whether an address names a network interface without being link-local: an IP address, but none that Envoy takes. */
    private static boolean hasStrayZone(String address) {
        int zone = address.indexOf('%');
        return zone >= 0
                && IpAddressText.isIp(address)
                && !NUMBER.matcher(address.substring(zone + 1)).matches()
                && !LINK_LOCAL.matcher(address).lookingAt();
    }

    private static void pipe(Pipe pipe, Supplier<String> path, ViolationSink violations) {
        if (pipe.getPathBytes().size() > MAX_PIPE_PATH) {
            violations.add(
                    path.get() + ".pipe.path",
                    Counts.of(pipe.getPathBytes().size(), "byte") + ", at most " + MAX_PIPE_PATH + " allowed");
        } else if (pipe.getPath().startsWith("@") && pipe.getMode() != 0) {
            violations.add(path.get() + ".pipe.mode", "set, but an abstract socket has none");
        }
    }

    /** A host on one line. */
    private static String shown(String host) {
        String start = host.length() > MAX_SHOWN ? host.substring(0, MAX_SHOWN) + "..." : host;
        StringBuilder text = new StringBuilder("\"");
        start.chars().forEach(c -> text.append(Character.isISOControl(c) ? '?' : (char) c));
        return text.append('"').toString();
    }
}
