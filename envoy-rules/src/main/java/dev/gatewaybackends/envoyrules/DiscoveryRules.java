// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import dev.gatewaybackends.constraints.IpAddressText;
import dev.gatewaybackends.envoyrules.ClusterParts.Discovery;
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

/** What the way of discovery demands of hosts, addresses and sources. */
final class DiscoveryRules {
    private static final String ASSIGNMENT = "load_assignment";
    private static final String IP_RESOLVER = "envoy.ip";
    private static final Pattern LINK_LOCAL =
            Pattern.compile("(fe[89ab][0-9a-f]|ff[0-9a-f]2):", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int MAX_PIPE_PATH = 107;
    private static final int MAX_SHOWN = 100;

    private DiscoveryRules() {}

    static void check(ClusterParts parts, Findings findings) {
        Cluster cluster = parts.cluster();
        sources(parts, findings);
        switch (parts.discovery()) {
            case STATIC -> staticHosts(cluster, findings);
            case STRICT_DNS -> dnsHosts(cluster, findings);
            case LOGICAL_DNS -> {
                singleHost(cluster, findings);
                dnsHosts(cluster, findings);
            }
            case ORIGINAL_DST -> {
                if (cluster.hasLoadAssignment()) {
                    findings.add(ASSIGNMENT, "set, but type ORIGINAL_DST takes hosts from connections only");
                }
            }
            case MISSING ->
                findings.add("cluster_type", "no typed_config, and the name is none of Envoy's own cluster types");
            default -> {}
        }
    }

    private static void sources(ClusterParts parts, Findings findings) {
        Cluster cluster = parts.cluster();
        ConfigSource source = cluster.getEdsClusterConfig().getEdsConfig();
        if (parts.discovery() != Discovery.EDS) {
            if (cluster.hasEdsClusterConfig()) {
                findings.add("eds_cluster_config", "set, but only type EDS takes it");
            }
        } else if (!cluster.getEdsClusterConfig().hasEdsConfig()) {
            findings.add("eds_cluster_config.eds_config", "not set, but type EDS requires it");
        } else if (source.hasSelf()) {
            findings.add("eds_cluster_config.eds_config.self", "set, but endpoints cannot come from there");
        }
    }

    private static void singleHost(Cluster cluster, Findings findings) {
        List<LocalityLbEndpoints> localities = cluster.getLoadAssignment().getEndpointsList();
        if (localities.size() != 1 || localities.get(0).getLbEndpointsCount() != 1) {
            int hosts = localities.stream()
                    .mapToInt(LocalityLbEndpoints::getLbEndpointsCount)
                    .sum();
            findings.add(
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

    private static void dnsHosts(Cluster cluster, Findings findings) {
        endpoints(cluster, (i, j, endpoint) -> {
            if (!endpoint.getAddress().getSocketAddress().getResolverName().isEmpty()) {
                findings.add(path(i, j) + ".address.socket_address.resolver_name", "set, but DNS clusters take none");
            }
        });
    }

    private static void staticHosts(Cluster cluster, Findings findings) {
        for (int i = 0; i < cluster.getLoadAssignment().getEndpointsCount(); i++) {
            if (cluster.getLoadAssignment().getEndpoints(i).hasLedsClusterLocalityConfig()) {
                findings.add(
                        ASSIGNMENT + ".endpoints[" + i + "].leds_cluster_locality_config",
                        "set, but only type EDS takes it");
            }
        }
        endpoints(cluster, (i, j, endpoint) -> {
            staticAddress(endpoint.getAddress(), () -> path(i, j) + ".address", findings);
            for (int k = 0; k < endpoint.getAdditionalAddressesCount(); k++) {
                String additional = ".additional_addresses[" + k + "].address";
                staticAddress(endpoint.getAdditionalAddresses(k).getAddress(), () -> path(i, j) + additional, findings);
            }
            if (endpoint.getHealthCheckConfig().hasAddress()) {
                staticAddress(
                        endpoint.getHealthCheckConfig().getAddress(),
                        () -> path(i, j) + ".health_check_config.address",
                        findings);
            }
        });
    }

    private static void staticAddress(Address address, Supplier<String> path, Findings findings) {
        switch (address.getAddressCase()) {
            case SOCKET_ADDRESS -> socketAddress(address.getSocketAddress(), path, findings);
            case PIPE -> pipe(address.getPipe(), path, findings);
            case ENVOY_INTERNAL_ADDRESS -> {
                EnvoyInternalAddress internal = address.getEnvoyInternalAddress();
                if (internal.getAddressNameSpecifierCase()
                        == EnvoyInternalAddress.AddressNameSpecifierCase.ADDRESSNAMESPECIFIER_NOT_SET) {
                    findings.add(path.get() + ".envoy_internal_address", "no listener name, but required");
                }
            }
            case ADDRESS_NOT_SET -> findings.add(path.get(), "not set, but type STATIC requires it");
        }
    }

    private static void socketAddress(SocketAddress address, Supplier<String> path, Findings findings) {
        String resolver = address.getResolverName();
        if (!resolver.isEmpty() && !resolver.equals(IP_RESOLVER)) {
            findings.add(path.get() + ".socket_address.resolver_name", "not a resolver Envoy has");
        } else if (address.getPortSpecifierCase() == SocketAddress.PortSpecifierCase.NAMED_PORT) {
            findings.add(path.get() + ".socket_address.named_port", "set, but type STATIC takes port numbers only");
        } else if (hasStrayZone(address.getAddress())) {
            findings.add(
                    path.get() + ".socket_address.address",
                    shown(address.getAddress()) + " has a named zone, which only link-local addresses take");
        } else if (!address.getAddress().isEmpty() && !IpAddressText.isIp(address.getAddress())) {
            findings.add(
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

    private static void pipe(Pipe pipe, Supplier<String> path, Findings findings) {
        if (pipe.getPathBytes().size() > MAX_PIPE_PATH) {
            findings.add(
                    path.get() + ".pipe.path",
                    Counts.of(pipe.getPathBytes().size(), "byte") + ", at most " + MAX_PIPE_PATH + " allowed");
        } else if (pipe.getPath().startsWith("@") && pipe.getMode() != 0) {
            findings.add(path.get() + ".pipe.mode", "set, but an abstract socket has none");
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
