// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Descriptors.Descriptor;
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
 * Envoy messages as proto3 JSON, given as plain maps. Thread-safe.
 *
 * <p>Messages are printed on the overlay descriptors, so that fields newer than the Envoy jar are there, too.
 */
public final class ProtoJson {
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
    public ProtoJson(boolean protoNames, boolean showSecrets) {
        this.protoNames = protoNames;
        this.showSecrets = showSecrets;
    }

    /** Returns the message as JSON. */
    public Map<String, Object> of(Message message) {
        Message dynamic = descriptors.toDynamic(message);
        if (!showSecrets) {
            dynamic = redactor.rewrite(dynamic, false);
        }
        Set<Descriptor> types = new LinkedHashSet<>();
        dynamic = new MessageRewriter<Set<Descriptor>>(descriptors) {
            @Override
            protected Message message(Message inner, Set<Descriptor> packed) {
                if (!isAny(inner)) {
                    return inner;
                }
                Descriptor type = UnknownTypes.find(any(inner).getTypeUrl(), descriptors);
                if (type != null) {
                    packed.add(type);
                }
                return UnknownTypes.wrap(inner, descriptors);
            }
        }.rewrite(dynamic, types);
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
    public Map<String, Object> typed(Message message) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put(
                "@type", "type.googleapis.com/" + message.getDescriptorForType().getFullName());
        typed.putAll(of(message));
        return typed;
    }
}
