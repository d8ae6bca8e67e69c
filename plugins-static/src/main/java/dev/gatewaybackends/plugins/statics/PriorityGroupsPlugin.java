// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.spi.BackendPlugin;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.List;

/** Translates {@code spec.priorityGroups}: one cluster with the endpoints of all members, one priority for each group. */
public final class PriorityGroupsPlugin implements BackendPlugin<PriorityGroupsBackend> {
    private static final BackendType<PriorityGroupsBackend> TYPE = BackendType.of(
                    "priorityGroups", PriorityGroupsBackend.class, "PriorityGroups")
            .existsIn(KgatewayVersion.V2_4, KgatewayVersion.MAIN);

    /** Creates the plugin; called by the service loader. */
    public PriorityGroupsPlugin() {}

    @Override
    public BackendType<PriorityGroupsBackend> type() {
        return TYPE;
    }

    @Override
    public List<Setting<?>> settings() {
        return PriorityGroupsSettings.all();
    }

    @Override
    public String portOrigin(PriorityGroupsBackend source) {
        return "takes its ports from the Backends in its groups";
    }

    @Override
    public BackendTranslation translate(PriorityGroupsBackend source, TranslationContext context) {
        ClusterLoadAssignment.Builder assignment =
                ClusterLoadAssignment.newBuilder().setClusterName(context.clusterName());
        PriorityGroupMembers members = new PriorityGroupMembers(context);
        MemberProtocols protocols = new MemberProtocols(context);
        boolean fixed = true;
        for (int i = 0; i < source.groups().size(); i++) {
            LocalityLbEndpoints.Builder group = LocalityLbEndpoints.newBuilder().setPriority(i);
            List<PriorityGroupMember> refs = source.groups().get(i).backendRefs();
            for (int j = 0; j < refs.size(); j++) {
                String name = refs.get(j).name();
                StaticBackend member = members.find(name, i, j);
                if (member != null) {
                    StaticEndpoints endpoints = StaticEndpoints.of(member, context.settings());
                    fixed &= endpoints.fixed();
                    group.addAllLbEndpoints(endpoints.all());
                    protocols.add(name, member.appProtocol(), members.path(i, j));
                }
            }
            assignment.addEndpoints(group);
        }
        if (context.diagnostics().hasErrors()) {
            return BackendTranslation.rejected();
        }
        Cluster.Builder cluster = context.newCluster().setLoadAssignment(assignment);
        StaticEndpoints.discovery(cluster, fixed, context.settings());
        if (protocols.isHttp2()) {
            HttpProtocols.http2(cluster);
        }
        BackendTranslation.Builder translation = BackendTranslation.builder(cluster.build());
        if (protocols.isWebSocket()) {
            translation.requirements(StaticPlugin.WEBSOCKET);
        }
        return translation.build();
    }
}
