// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.Empty;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.gatewaybackends.spi.envoy.NewerFields;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import io.envoyproxy.envoy.config.core.v3.SubstitutionFormatString;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import org.jspecify.annotations.Nullable;

/** An internal listener that writes the model of one provider into the body of requests and sends them to its cluster. */
final class ModelListener {
    /** The release of Envoy since which a listener has a filter that changes bodies. */
    static final int TRANSFORM = 37;

    /** A type that the oldest supported protos do not have. */
    private static final String TRANSFORM_CONFIG =
            "type.googleapis.com/envoy.extensions.filters.http.transform.v3.TransformConfig";

    private static final int REQUEST_TRANSFORMATION_FIELD = 1;
    private static final int BODY_TRANSFORMATION_FIELD = 2;
    private static final int BODY_FORMAT_FIELD = 1;

    private static final HttpFilter ROUTER = HttpFilter.newBuilder()
            .setName("envoy.filters.http.router")
            .setTypedConfig(TypedConfigs.pack(
                    Router.newBuilder().setSuppressEnvoyHeaders(true).build()))
            .build();

    private ModelListener() {}

    /**
     * Returns a listener.
     *
     * @param model the model; null to leave what the client asks for
     */
    static Listener of(String name, @Nullable String model, String cluster) {
        HttpConnectionManager.Builder manager = HttpConnectionManager.newBuilder()
                .setStatPrefix(name)
                .setRouteConfig(RouteConfiguration.newBuilder()
                        .setName(name)
                        // The cluster may arrive after the listener.
                        .setValidateClusters(BoolValue.of(false))
                        .addVirtualHosts(VirtualHost.newBuilder()
                                .setName(name)
                                .addDomains("*")
                                .addRoutes(Route.newBuilder()
                                        .setMatch(RouteMatch.newBuilder().setPrefix("/"))
                                        .setRoute(RouteAction.newBuilder()
                                                .setCluster(cluster)
                                                .setTimeout(AiClusterDefaults.NO_TIMEOUT)
                                                .setIdleTimeout(AiClusterDefaults.IDLE_TIMEOUT)))));
        if (model != null) {
            manager.addHttpFilters(writing(model));
        }
        manager.addHttpFilters(ROUTER);
        return Listener.newBuilder()
                .setName(name)
                .setInternalListener(Listener.InternalListenerConfig.getDefaultInstance())
                .addFilterChains(FilterChain.newBuilder()
                        .addFilters(Filter.newBuilder()
                                .setName("envoy.filters.network.http_connection_manager")
                                .setTypedConfig(TypedConfigs.pack(manager.build()))))
                .build();
    }

    /** Merges the model into the document, which is the filter's usual way. */
    private static HttpFilter writing(String model) {
        SubstitutionFormatString format = SubstitutionFormatString.newBuilder()
                .setJsonFormat(Struct.newBuilder()
                        .putFields(
                                "model",
                                Value.newBuilder()
                                        .setStringValue(HeaderChanges.literal(model))
                                        .build()))
                .build();
        Empty body = with(BODY_FORMAT_FIELD, format);
        Empty transformation = with(BODY_TRANSFORMATION_FIELD, body);
        return HttpFilter.newBuilder()
                .setName("ai.model")
                .setTypedConfig(Any.newBuilder()
                        .setTypeUrl(TRANSFORM_CONFIG)
                        .setValue(TypedConfigs.bytes(with(REQUEST_TRANSFORMATION_FIELD, transformation))))
                .build();
    }

    private static Empty with(int field, Message value) {
        return NewerFields.set(Empty.newBuilder(), field, value).build();
    }
}
