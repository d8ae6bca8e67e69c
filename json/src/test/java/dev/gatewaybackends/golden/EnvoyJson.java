// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import dev.gatewaybackends.json.MessageRewriter;
import dev.gatewaybackends.json.ProtoJson;
import java.util.LinkedHashSet;
import java.util.Set;

/** Envoy messages in expectations: only their meaning counts, and no field may be without a name. */
final class EnvoyJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EnvoyDescriptors descriptors = EnvoyDescriptors.create();
    private final ProtoJson protos = new ProtoJson(false, true);

    /** Fails if a field has no name anywhere in a message: proto3 JSON would leave it out. */
    void requireNames(Message message) {
        new MessageRewriter<Boolean>(descriptors) {
            @Override
            protected Message message(Message inner, Boolean carried) {
                if (!inner.getUnknownFields().asMap().isEmpty()) {
                    throw new AssertionError("a " + inner.getDescriptorForType().getFullName()
                            + " has fields without a name: "
                            + inner.getUnknownFields().asMap().keySet());
                }
                return inner;
            }
        }.rewrite(descriptors.toDynamic(message), false);
    }

    /** Reads a message and prints it again. */
    JsonNode normalize(JsonNode json, Descriptor type) {
        Set<Descriptor> types = new LinkedHashSet<>();
        json.findValuesAsText("@type").forEach(url -> types.add(descriptor(url)));
        DynamicMessage.Builder message = DynamicMessage.newBuilder(descriptors.overlay(type));
        try {
            JsonFormat.parser()
                    .usingTypeRegistry(TypeRegistry.newBuilder().add(types).build())
                    .merge(json.toString(), message);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("this is no " + type.getFullName() + ": " + e.getMessage() + "\n" + json, e);
        }
        return MAPPER.valueToTree(protos.of(message.build()));
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
}
