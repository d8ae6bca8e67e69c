// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes printable what is packed under a type that nobody here knows, such as the filters of a vendor's Envoy. */
final class UnknownTypes {
    private UnknownTypes() {}

    /** Returns the descriptor of a type, a stand-in for an unknown one; null for what is no type. */
    static @Nullable Descriptor find(String typeUrl, EnvoyDescriptors descriptors) {
        Descriptor known = descriptors.find(typeUrl);
        return known == null ? descriptors.standIn(typeUrl) : known;
    }

    /** Returns the unknown types that are packed anywhere in a message. */
    static Set<String> in(Message message, EnvoyDescriptors descriptors) {
        Set<String> unknown = new TreeSet<>();
        PackedMessages.rewrite(descriptors.toDynamic(message), descriptors, inner -> {
            String type = PackedMessages.isAny(inner) ? any(inner).getTypeUrl() : "";
            if (!type.isEmpty() && descriptors.find(type) == null) {
                unknown.add(type.substring(type.lastIndexOf('/') + 1));
            }
            return inner;
        });
        return unknown;
    }

    private static Any any(Message message) {
        try {
            return Any.parseFrom(message.toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a packed message cannot be parsed", e);
        }
    }

    /** Returns the message with the bytes of unknown types as the one field of their stand-ins. */
    static Message wrap(Message message, EnvoyDescriptors descriptors) {
        return PackedMessages.rewrite(
                message, descriptors, inner -> PackedMessages.isAny(inner) ? wrapUnknown(inner, descriptors) : inner);
    }

    private static Message wrapUnknown(Message message, EnvoyDescriptors descriptors) {
        Any any = any(message);
        Descriptor standIn = descriptors.find(any.getTypeUrl()) == null ? descriptors.standIn(any.getTypeUrl()) : null;
        if (standIn == null || any.getValue().isEmpty()) {
            return message;
        }
        DynamicMessage content = DynamicMessage.newBuilder(standIn)
                .setField(standIn.findFieldByNumber(1), any.getValue())
                .build();
        try {
            return message.newBuilderForType()
                    .mergeFrom(any.toBuilder()
                            .setValue(content.toByteString())
                            .build()
                            .toByteString())
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message that was just written", e);
        }
    }
}
