// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.gatewayapi.x.v1alpha1.BudgetDetails;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.RetryConstraint;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XMesh;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XMeshStatus;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.kubernetes.v1.ServicePort;
import dev.gatewaybackends.kubernetes.v1.ServiceSpec;
import dev.gatewaybackends.model.DefaultJson;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A default is written twice, for the reader and in the compact constructor: both must say the same. */
class DefaultsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                HttpRouteSpec.class,
                HttpRouteRule.class,
                HttpRouteMatch.class,
                HttpPathMatch.class,
                HttpHeaderMatch.class,
                HttpQueryParamMatch.class,
                HttpRequestRedirectFilter.class,
                HttpCorsFilter.class,
                Fraction.class,
                SessionPersistence.class,
                SessionCookie.class,
                BackendObjectReference.class,
                HttpBackendRef.class,
                ParentReference.class,
                BackendRef.class,
                GrpcBackendRef.class,
                GrpcHeaderMatch.class,
                GrpcMethodMatch.class,
                SecretObjectReference.class,
                ParentGatewayReference.class,
                RouteGroupKind.class,
                Listener.class,
                ListenerTlsConfig.class,
                AllowedRoutes.class,
                RouteNamespaces.class,
                AllowedListeners.class,
                ListenerNamespaces.class,
                GatewaySpecAddress.class,
                GatewayStatusAddress.class,
                FrontendTlsValidation.class,
                Gateway.class,
                GatewayStatus.class,
                GatewayClass.class,
                GatewayClassStatus.class,
                ListenerSet.class,
                ListenerSetStatus.class,
                XMesh.class,
                XMeshStatus.class,
                RetryConstraint.class,
                BudgetDetails.class,
                Secret.class,
                ServiceSpec.class,
                ServicePort.class
            })
    void defaultJson_ofEachComponent_isWhatTheConstructorMakesOfNull(Class<? extends Record> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
        Record empty = constructor.newInstance(new Object[components.length]);

        List<RecordComponent> withDefault = Arrays.stream(components)
                .filter(component -> component.getAccessor().isAnnotationPresent(DefaultJson.class))
                .toList();

        assertThat(withDefault).isNotEmpty();
        for (RecordComponent component : withDefault) {
            assertThat(json(component.getAccessor().invoke(empty)))
                    .as(component.getName())
                    .isEqualTo(component
                            .getAccessor()
                            .getAnnotation(DefaultJson.class)
                            .value());
        }
    }

    /** Returns the value as JSON, without nulls and empty lists. */
    private static String json(Object value) throws ReflectiveOperationException {
        if (value instanceof Record record) {
            StringBuilder members = new StringBuilder();
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Object member = component.getAccessor().invoke(record);
                if (member != null && !member.equals(List.of()) && !member.equals(Map.of())) {
                    members.append(members.isEmpty() ? "" : ",")
                            .append('"' + component.getName() + "\":" + json(member));
                }
            }
            return "{" + members + "}";
        } else if (value instanceof List<?> list) {
            StringBuilder items = new StringBuilder();
            for (Object item : list) {
                items.append(items.isEmpty() ? "" : ",").append(json(item));
            }
            return "[" + items + "]";
        }
        return value instanceof Number ? value.toString() : "\"" + value + "\"";
    }
}
