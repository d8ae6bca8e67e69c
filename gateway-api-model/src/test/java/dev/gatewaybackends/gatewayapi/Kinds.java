// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi;

import dev.gatewaybackends.gatewayapi.v1.BackendTlsPolicy;
import dev.gatewaybackends.gatewayapi.v1.Gateway;
import dev.gatewaybackends.gatewayapi.v1.GatewayClass;
import dev.gatewaybackends.gatewayapi.v1.GrpcRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.ListenerSet;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrant;
import dev.gatewaybackends.gatewayapi.v1.TcpRoute;
import dev.gatewaybackends.gatewayapi.v1.TlsRoute;
import dev.gatewaybackends.gatewayapi.v1.UdpRoute;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackend;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendTrafficPolicy;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XMesh;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The records of all kinds, and of all that they consist of. */
public final class Kinds {
    /** The record of each kind. */
    public static final List<Class<? extends Record>> ALL = List.of(
            BackendTlsPolicy.class,
            Gateway.class,
            GatewayClass.class,
            GrpcRoute.class,
            HttpRoute.class,
            ListenerSet.class,
            ReferenceGrant.class,
            TcpRoute.class,
            TlsRoute.class,
            UdpRoute.class,
            XBackend.class,
            XBackendTrafficPolicy.class,
            XMesh.class);

    private Kinds() {}

    /** Returns every record class that a kind refers to, each one once. */
    public static Stream<Class<? extends Record>> records() {
        Set<Class<? extends Record>> found = new LinkedHashSet<>();
        ALL.forEach(kind -> add(kind, found));
        return found.stream();
    }

    private static void add(Type type, Set<Class<? extends Record>> found) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                add(argument, found);
            }
        } else if (type instanceof Class<?> plain && plain.isRecord() && found.add(plain.asSubclass(Record.class))) {
            for (RecordComponent component : plain.getRecordComponents()) {
                add(component.getGenericType(), found);
            }
        }
    }

    /** Returns a record made by its canonical constructor, each argument given by the component. */
    public static Record create(Class<? extends Record> type, Function<RecordComponent, Object> argument) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Arrays.stream(components).map(argument).toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Returns the value of a component. */
    public static Object value(Record owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
