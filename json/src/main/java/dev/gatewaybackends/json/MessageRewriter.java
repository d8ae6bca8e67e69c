// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.json;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Walks through a message and everything in it, packed messages included, and rebuilds it: the one walker into {@link Any}.
 *
 * <p>A subclass says what changes. What is packed under an unknown type stays as it is. Thread-safe if the subclass is.
 *
 * @param <C> what the walk carries from a message to those in it
 */
public abstract class MessageRewriter<C> {
    private final EnvoyDescriptors descriptors;

    /** Creates a walker that opens packed messages of the types that these descriptors know. */
    protected MessageRewriter(EnvoyDescriptors descriptors) {
        this.descriptors = Objects.requireNonNull(descriptors, "descriptors");
    }

    /** Returns what the walk carries into a field; by default what it carried to the message that has the field. */
    protected C inside(Message owner, FieldDescriptor field, C carried) {
        return carried;
    }

    /** Returns what stands in the place of a value that is no message; by default the value. */
    protected Object value(FieldDescriptor field, Object value, C carried) {
        return value;
    }

    /** Returns what stands in the place of a message, once everything in it has been rewritten; by default the message. */
    protected Message message(Message message, C carried) {
        return message;
    }

    /** Returns the message rewritten. */
    public final Message rewrite(Message message, C carried) {
        return message(isAny(message) ? packed(message, carried) : fields(message, carried), carried);
    }

    private Message fields(Message message, C carried) {
        Message.Builder rewritten = message.toBuilder();
        for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
            FieldDescriptor field = entry.getKey();
            C inner = inside(message, field, carried);
            if (field.isRepeated()) {
                List<Object> items = new ArrayList<>();
                for (Object item : (Iterable<?>) entry.getValue()) {
                    items.add(item(field, item, inner));
                }
                rewritten.setField(field, items);
            } else {
                rewritten.setField(field, item(field, entry.getValue(), inner));
            }
        }
        return rewritten.build();
    }

    private Object item(FieldDescriptor field, Object value, C carried) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                ? rewrite((Message) value, carried)
                : value(field, value, carried);
    }

    private Message packed(Message message, C carried) {
        Any any = any(message);
        Descriptor type = descriptors.find(any.getTypeUrl());
        if (type == null) {
            return message;
        }
        try {
            return pack(message, rewrite(DynamicMessage.parseFrom(type, any.getValue()), carried));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a packed message cannot be parsed", e);
        }
    }

    /** Returns whether a message, generated or dynamic, is an {@link Any}. */
    static boolean isAny(Message message) {
        return message.getDescriptorForType()
                .getFullName()
                .equals(Any.getDescriptor().getFullName());
    }

    /** Returns an {@link Any} that may be dynamic as a generated one. */
    static Any any(Message message) {
        try {
            return Any.parseFrom(message.toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message that was just written", e);
        }
    }

    /** Returns an {@link Any} with the same type and other content. */
    static Message pack(Message message, Message content) {
        try {
            return message.newBuilderForType()
                    .mergeFrom(any(message).toBuilder()
                            .setValue(content.toByteString())
                            .build()
                            .toByteString())
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message that was just written", e);
        }
    }
}
