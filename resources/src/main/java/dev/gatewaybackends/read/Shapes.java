// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatewaybackends.backend.BackendSpec;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.v1.ConfigMap;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.kubernetes.v1.Service;
import dev.gatewaybackends.kubernetes.v1.ServicePort;
import dev.gatewaybackends.kubernetes.v1.ServiceSpec;
import dev.gatewaybackends.model.NoFormat;
import dev.gatewaybackends.model.Sensitive;
import dev.gatewaybackends.schema.JsonNames;
import dev.gatewaybackends.schema.ValidationProfile;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The shapes of all types under one profile, each derived once. Thread-safe. */
final class Shapes {
    /** Fields that the schema of a Kubernetes type has and we carry in the tree only. */
    private static final Map<Class<?>, Set<String>> MORE_FIELDS = Map.of(
            ObjectMeta.class, Set.of("managedFields", "selfLink", "deletionGracePeriodSeconds"),
            Secret.class, Set.of("apiVersion", "kind", "immutable"),
            ConfigMap.class, Set.of("apiVersion", "kind", "immutable"),
            Service.class, Set.of("apiVersion", "kind", "status"),
            ServicePort.class, Set.of("nodePort"),
            ServiceSpec.class,
                    Set.of(
                            "allocateLoadBalancerNodePorts",
                            "clusterIPs",
                            "externalIPs",
                            "externalTrafficPolicy",
                            "healthCheckNodePort",
                            "internalTrafficPolicy",
                            "ipFamilies",
                            "ipFamilyPolicy",
                            "loadBalancerClass",
                            "loadBalancerIP",
                            "loadBalancerSourceRanges",
                            "publishNotReadyAddresses",
                            "sessionAffinity",
                            "sessionAffinityConfig",
                            "trafficDistribution"));

    private final ObjectMapper mapper = new ObjectMapper();
    private final ValidationProfile profile;
    private final PluginRegistry plugins;
    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    Shapes(ValidationProfile profile, PluginRegistry plugins) {
        this.profile = profile;
        this.plugins = plugins;
    }

    Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return new Shape.ListShape(of(arguments[0]));
            }
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return new Shape.MapShape(of(arguments[1]));
            }
        } else if (type instanceof Class<?> plain) {
            Shape known = shapes.get(plain);
            if (known == null) {
                known = derive(plain);
                shapes.put(plain, known);
            }
            return known;
        }
        throw new IllegalArgumentException("a record component of type " + type + " cannot be read");
    }

    Shape of(RecordComponent component) {
        Shape shape = of(component.getGenericType());
        if (component.getAccessor().isAnnotationPresent(NoFormat.class)) {
            shape = withoutFormat(shape);
        }
        return component.getAccessor().isAnnotationPresent(Sensitive.class) ? new Shape.SensitiveShape(shape) : shape;
    }

    private static Shape withoutFormat(Shape shape) {
        return shape instanceof IntegerShape integer
                ? integer.withoutFormat()
                : shape instanceof Shape.ListShape list ? new Shape.ListShape(withoutFormat(list.item())) : shape;
    }

    private Shape derive(Class<?> type) {
        if (type == String.class) {
            return Shape.STRING;
        } else if (type == Integer.class) {
            return IntegerShape.INT32;
        } else if (type == Long.class) {
            return IntegerShape.INT64;
        } else if (type == Boolean.class) {
            return Shape.BOOLEAN;
        } else if (type == Double.class) {
            return Shape.NUMBER;
        } else if (type == Object.class) {
            return Shape.ANY;
        } else if (type.isEnum()) {
            return new Shape.EnumShape(constants(type));
        } else if (type == BackendSpec.class) {
            return new BackendSpecShape(profile, plugins, this);
        } else if (type.isRecord() && !saysItself(type)) {
            RecordShape record = new RecordShape(type, profile, this, alsoKnown(type));
            RecordComponent value = JsonNames.value(type);
            return value == null ? record : new Shape.ValueShape(record, of(value));
        }
        return new Shape.JacksonShape(mapper, type);
    }

    private static Set<String> alsoKnown(Class<?> type) {
        Set<String> usual = KubernetesResource.class.isAssignableFrom(type) ? Set.of("apiVersion", "kind") : Set.of();
        return MORE_FIELDS.getOrDefault(type, usual);
    }

    private static boolean saysItself(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(Shapes::isCreator)
                || Arrays.stream(type.getDeclaredConstructors()).anyMatch(Shapes::isCreator);
    }

    private static boolean isCreator(AnnotatedElement element) {
        return element.isAnnotationPresent(JsonCreator.class);
    }

    private Map<String, Object> constants(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            try {
                if (profile.has(type.getField(((Enum<?>) constant).name()))) {
                    constants.put(constant.toString(), constant);
                }
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
        return constants;
    }

    JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the default " + text + " is not JSON", e);
        }
    }
}
