// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Envoy messages as proto3 JSON, given as plain maps.
 *
 * <p>Messages are printed on the overlay descriptors, so that fields newer than the Envoy jar are there, too.
 */
final class ProtoJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private final EnvoyDescriptors descriptors = EnvoyDescriptors.create();
    private final Redactor redactor = new Redactor(descriptors);
    private final boolean protoNames;
    private final boolean showSecrets;

    /**
     * Creates a printer.
     *
     * @param protoNames whether fields have their names in the proto files, as Envoy's own documentation writes them, rather
     *     than lowerCamelCase
     * @param showSecrets whether values that Envoy marks as sensitive are printed
     */
    ProtoJson(boolean protoNames, boolean showSecrets) {
        this.protoNames = protoNames;
        this.showSecrets = showSecrets;
    }

    Map<String, Object> of(Message message) {
        Message dynamic = descriptors.toDynamic(message);
        if (!showSecrets) {
            dynamic = redactor.redact(dynamic);
        }
        dynamic = UnknownTypes.wrap(dynamic, descriptors);
        Set<Descriptor> types = new LinkedHashSet<>();
        collect(dynamic, types);
        JsonFormat.Printer printer = JsonFormat.printer()
                .usingTypeRegistry(TypeRegistry.newBuilder().add(types).build());
        try {
            String json = (protoNames ? printer.preservingProtoFieldNames() : printer).print(dynamic);
            return MAPPER.readValue(json, MAP);
        } catch (InvalidProtocolBufferException | JsonProcessingException e) {
            throw new IllegalStateException(
                    "a " + message.getDescriptorForType().getFullName() + " cannot be printed", e);
        }
    }

    /** Returns the message with its type, as it stands in an {@code Any}. */
    Map<String, Object> typed(Message message) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put(
                "@type", "type.googleapis.com/" + message.getDescriptorForType().getFullName());
        typed.putAll(of(message));
        return typed;
    }

    /** Adds the types of all messages that are packed anywhere inside. */
    private void collect(Message message, Set<Descriptor> types) {
        if (message.getDescriptorForType()
                .getFullName()
                .equals(Any.getDescriptor().getFullName())) {
            try {
                Any any = Any.parseFrom(message.toByteString());
                Descriptor type = UnknownTypes.find(any.getTypeUrl(), descriptors);
                if (type != null) {
                    types.add(type);
                    collect(DynamicMessage.parseFrom(type, any.getValue()), types);
                }
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException("a packed message cannot be parsed", e);
            }
            return;
        }
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            if (field.getKey().getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
                continue;
            }
            if (field.getKey().isRepeated()) {
                for (Object item : (Iterable<?>) field.getValue()) {
                    collect((Message) item, types);
                }
            } else {
                collect((Message) field.getValue(), types);
            }
        }
    }
}
