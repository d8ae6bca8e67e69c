// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

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
import java.util.function.UnaryOperator;

/** Changes messages however deep they stand in others, packed ones included. */
final class PackedMessages {
    private final EnvoyDescriptors descriptors;
    private final UnaryOperator<Message> change;

    private PackedMessages(EnvoyDescriptors descriptors, UnaryOperator<Message> change) {
        this.descriptors = descriptors;
        this.change = change;
    }

    /**
     * Returns the message after a change of everything in it.
     *
     * @param change gets every message once those in it are changed, and returns one of the same type
     */
    static Message rewrite(Message message, EnvoyDescriptors descriptors, UnaryOperator<Message> change) {
        return new PackedMessages(descriptors, change).rewrite(message);
    }

    static boolean isAny(Message message) {
        return message.getDescriptorForType()
                .getFullName()
                .equals(Any.getDescriptor().getFullName());
    }

    private Message rewrite(Message message) {
        return change.apply(isAny(message) ? any(message) : fields(message));
    }

    private Message fields(Message message) {
        Message.Builder changed = message.toBuilder();
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            FieldDescriptor descriptor = field.getKey();
            if (descriptor.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
                continue;
            }
            if (descriptor.isRepeated()) {
                List<Message> items = new ArrayList<>();
                for (Object item : (Iterable<?>) field.getValue()) {
                    items.add(rewrite((Message) item));
                }
                changed.setField(descriptor, items);
            } else {
                changed.setField(descriptor, rewrite((Message) field.getValue()));
            }
        }
        return changed.build();
    }

    private Message any(Message message) {
        try {
            Any any = Any.parseFrom(message.toByteString());
            Descriptor type = descriptors.find(any.getTypeUrl());
            if (type == null) {
                return message;
            }
            Message inner = rewrite(DynamicMessage.parseFrom(type, any.getValue()));
            return message.newBuilderForType()
                    .mergeFrom(any.toBuilder()
                            .setValue(inner.toByteString())
                            .build()
                            .toByteString())
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a packed message cannot be parsed", e);
        }
    }
}
