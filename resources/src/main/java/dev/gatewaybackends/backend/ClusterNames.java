// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

/**
 * The names of Envoy clusters, the same as kgateway's: {@code <prefix>_<namespace>_<name>_<port>}.
 *
 * <p>Nothing is escaped or shortened: Kubernetes names have no underscore, so two resources never share a name.
 */
public final class ClusterNames {
    /** The cluster of a reference that failed. It is never defined, so that requests to it are answered with an error. */
    public static final String BLACKHOLE = "blackhole-cluster";

    private ClusterNames() {}

    /** Returns the name of the cluster of a Backend. */
    public static String backend(String namespace, String name) {
        return "backend_" + namespace + "_" + name + "_0";
    }

    /** Returns the name of the cluster of a port of a Service. */
    public static String service(String namespace, String name, int port) {
        return "kube_" + namespace + "_" + name + "_" + port;
    }
}
