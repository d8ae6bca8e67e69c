// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Messages that are packed under types which the descriptors do not know, such as the filters of a vendor's Envoy. */
public final class UnknownTypes {
    private UnknownTypes() {}

    /** Returns the names of the unknown types that are packed anywhere in a message, sorted. */
    public static Set<String> in(Message message, EnvoyDescriptors descriptors) {
        Set<String> unknown = new TreeSet<>();
        new MessageRewriter<Set<String>>(descriptors) {
            @Override
            protected Message message(Message inner, Set<String> names) {
                String type = isAny(inner) ? any(inner).getTypeUrl() : "";
                if (!type.isEmpty() && descriptors.find(type) == null) {
                    names.add(type.substring(type.lastIndexOf('/') + 1));
                }
                return inner;
            }
        }.rewrite(descriptors.toDynamic(message), unknown);
        return unknown;
    }

    /** Returns the descriptor of a type, a stand-in for an unknown one; null if the URL names no type. */
    static @Nullable Descriptor find(String typeUrl, EnvoyDescriptors descriptors) {
        Descriptor known = descriptors.find(typeUrl);
        return known == null ? descriptors.standIn(typeUrl) : known;
    }

    /** Returns a packed message whose type is unknown with its bytes as the one field of a stand-in; others as they are. */
    static Message wrap(Message any, EnvoyDescriptors descriptors) {
        String typeUrl = MessageRewriter.any(any).getTypeUrl();
        Descriptor standIn = descriptors.find(typeUrl) == null ? descriptors.standIn(typeUrl) : null;
        if (standIn == null || MessageRewriter.any(any).getValue().isEmpty()) {
            return any;
        }
        return MessageRewriter.pack(
                any,
                DynamicMessage.newBuilder(standIn)
                        .setField(
                                standIn.findFieldByNumber(1),
                                MessageRewriter.any(any).getValue())
                        .build());
    }
}
