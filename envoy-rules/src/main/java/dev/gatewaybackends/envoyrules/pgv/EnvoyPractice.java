// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Deviations of Envoy from its published rules, seen on 1.37 to 1.40.
 *
 * <p>Some rules in the oldest supported jar were loosened later; some no Envoy was seen to apply.
 */
final class EnvoyPractice {
    private static final String CORE = "envoy.config.core.v3.";

    /** The newer rules of fields. They differ in 1.36 already, {@code Audience.url} in 1.37. */
    private static final Map<String, RuleFields> LOOSENED = Map.of(
            CORE + "QuicProtocolOptions.idle_network_timeout",
            RuleOptions.durationFrom(1),
            CORE + "RuntimeDouble.runtime_key",
            RuleFields.none(),
            CORE + "RuntimeFeatureFlag.runtime_key",
            RuleFields.none(),
            CORE + "RuntimePercent.runtime_key",
            RuleFields.none(),
            CORE + "RuntimeUInt32.runtime_key",
            RuleFields.none(),
            CORE + "TlvEntry.value",
            RuleFields.none(),
            "envoy.extensions.filters.http.gcp_authn.v3.Audience.url",
            RuleFields.none());

    /** Fields whose Any stays packed when Envoy builds a cluster. */
    private static final Set<String> NOT_UNPACKED =
            Set.of(CORE + "Metadata.TypedFilterMetadataEntry.value", "envoy.config.cluster.v3.Cluster.upstream_config");

    /** Extension configs whose rules Envoy does not apply. */
    private static final List<String> NOT_APPLIED = List.of(
            "envoy.extensions.load_balancing_policies.",
            "envoy.extensions.network.dns_resolver.",
            "envoy.extensions.transport_sockets.tls.v3.SPIFFECertValidatorConfig");

    /** Messages that are a JSON form of another message. */
    private static final Set<String> STAND_INS = Set.of("xds.type.v3.TypedStruct", "udpa.type.v1.TypedStruct");

    private EnvoyPractice() {}

    /** Returns the rules of a field as Envoy has them. */
    static RuleFields rules(FieldDescriptor field) {
        RuleFields stated = RuleFields.of(field.getOptions()).child(PgvFields.RULES);
        if (stated.isEmpty()) {
            return stated;
        }
        return LOOSENED.getOrDefault(field.getFullName(), stated);
    }

    /** Returns whether Envoy unpacks an Any in a field. */
    static boolean unpacks(FieldDescriptor field) {
        return !NOT_UNPACKED.contains(field.getFullName());
    }

    /** Returns whether the content of an Any is a JSON form of another message. */
    static boolean isStandIn(Descriptor payload) {
        return STAND_INS.contains(payload.getFullName());
    }

    /** Returns whether Envoy applies the rules to the content of an Any; it checks every duration in any case. */
    static boolean applies(Descriptor payload) {
        for (String prefix : NOT_APPLIED) {
            if (payload.getFullName().startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }
}
