// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import com.google.protobuf.Message;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Envoy resources by type URL and name, both sorted, with versions: what an xDS cache is filled with. Immutable.
 *
 * <p>A version depends on the bytes of the resources alone, so it is the same in every process for the same input.
 */
public final class XdsResources {
    /** Type URL of clusters. */
    public static final String CLUSTER = "type.googleapis.com/envoy.config.cluster.v3.Cluster";
    /** Type URL of load assignments. */
    public static final String LOAD_ASSIGNMENT = "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment";
    /** Type URL of secrets. */
    public static final String SECRET = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret";

    private static final int VERSION_BYTES = 16;

    private final SortedMap<String, SortedMap<String, Message>> byType = new TreeMap<>();

    XdsResources() {}

    <M extends Message> void add(String typeUrl, List<M> messages, Function<M, String> name) {
        SortedMap<String, Message> byName = new TreeMap<>();
        messages.forEach(message -> byName.put(name.apply(message), message));
        byType.put(typeUrl, Collections.unmodifiableSortedMap(byName));
    }

    /** Returns the type URLs, those without resources included. */
    public List<String> typeUrls() {
        return List.copyOf(byType.keySet());
    }

    /** Returns the resources of a type by name; empty for a type that is not there. */
    public SortedMap<String, Message> get(String typeUrl) {
        return byType.getOrDefault(typeUrl, Collections.emptySortedMap());
    }

    /** Returns the version of all resources of a type: 32 hexadecimal digits. */
    public String version(String typeUrl) {
        MessageDigest digest = sha256();
        for (Map.Entry<String, Message> resource : get(typeUrl).entrySet()) {
            update(digest, resource.getKey().getBytes(StandardCharsets.UTF_8));
            update(digest, TypedConfigs.bytes(resource.getValue()).toByteArray());
        }
        return hex(digest);
    }

    /**
     * Returns the version of one resource: 32 hexadecimal digits.
     *
     * @throws IllegalArgumentException if there is no such resource
     */
    public String version(String typeUrl, String name) {
        Message resource = get(typeUrl).get(name);
        if (resource == null) {
            throw new IllegalArgumentException("there is no " + typeUrl + " named " + name);
        }
        MessageDigest digest = sha256();
        update(digest, TypedConfigs.bytes(resource).toByteArray());
        return hex(digest);
    }

    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
