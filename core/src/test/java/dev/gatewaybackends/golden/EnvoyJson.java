// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Envoy messages as proto3 JSON and back.
 *
 * <p>Two messages are equal exactly if they are printed alike: presence shows in proto3 JSON, contents of an {@link Any} are
 * printed as messages, and a field that has no name, which proto3 JSON would leave out, is refused.
 */
final class EnvoyJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EnvoyDescriptors descriptors = EnvoyDescriptors.create();

    JsonNode print(Message message) {
        DynamicMessage dynamic = descriptors.toDynamic(message);
        Set<Descriptor> types = new LinkedHashSet<>();
        collect(dynamic, types);
        try {
            return MAPPER.readTree(JsonFormat.printer()
                    .usingTypeRegistry(registry(types))
                    .sortingMapKeys()
                    .print(dynamic));
        } catch (InvalidProtocolBufferException | JsonProcessingException e) {
            throw new AssertionError(
                    "a " + message.getDescriptorForType().getFullName() + " that cannot be printed", e);
        }
    }

    /** Reads a message and prints it again, so that only its meaning counts. */
    JsonNode normalize(JsonNode json, Descriptor type) {
        Set<Descriptor> types = new LinkedHashSet<>();
        json.findValuesAsText("@type").forEach(url -> types.add(descriptor(url)));
        DynamicMessage.Builder message = DynamicMessage.newBuilder(descriptors.overlay(type));
        try {
            JsonFormat.parser().usingTypeRegistry(registry(types)).merge(json.toString(), message);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("this is no " + type.getFullName() + ": " + e.getMessage() + "\n" + json, e);
        }
        return print(message.build());
    }

    private static TypeRegistry registry(Set<Descriptor> types) {
        return TypeRegistry.newBuilder().add(types).build();
    }

    private Descriptor descriptor(String typeUrl) {
        Descriptor type = descriptors.find(typeUrl);
        // A vendor's type, of which nothing but the name is known: any content is a field without a name.
        type = type == null ? descriptors.standIn(typeUrl) : type;
        if (type == null) {
            throw new AssertionError("there is no Envoy type " + typeUrl);
        }
        return type;
    }

    /** Adds the types of all messages that are packed anywhere inside. */
    private void collect(Message message, Set<Descriptor> types) {
        if (!message.getUnknownFields().asMap().isEmpty()) {
            throw new AssertionError("a " + message.getDescriptorForType().getFullName()
                    + " has fields without a name: "
                    + message.getUnknownFields().asMap().keySet());
        }
        if (message.getDescriptorForType()
                .getFullName()
                .equals(Any.getDescriptor().getFullName())) {
            try {
                Any any = Any.parseFrom(message.toByteString());
                Descriptor type = descriptor(any.getTypeUrl());
                types.add(type);
                collect(DynamicMessage.parseFrom(type, any.getValue()), types);
            } catch (InvalidProtocolBufferException e) {
                throw new AssertionError("a packed message that cannot be read", e);
            }
            return;
        }
        message.getAllFields().forEach((field, value) -> {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                if (field.isRepeated()) {
                    ((Iterable<?>) value).forEach(item -> collect((Message) item, types));
                } else {
                    collect((Message) value, types);
                }
            }
        });
    }
}
