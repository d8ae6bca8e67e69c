// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import udpa.annotations.Sensitive;

/** Hides the values that Envoy's protos mark as sensitive, also inside packed messages. */
final class Redactor {
    static final String HIDDEN = "[hidden]";
    /** They say where a secret is, not what it is. */
    private static final Set<String> PLACES = Set.of("filename", "environment_variable");
    /** Values of Secrets that Envoy does not mark. */
    private static final Set<String> UNMARKED =
            Set.of("envoy.extensions.common.aws.v3.InlineCredentialProvider.access_key_id");

    private static final String METADATA_ENTRY = "google.protobuf.Struct.FieldsEntry";
    private static final String TOKEN_KEY = "auth_token";

    private final EnvoyDescriptors descriptors;

    Redactor(EnvoyDescriptors descriptors) {
        this.descriptors = descriptors;
    }

    Message redact(Message message) {
        return redact(message, false);
    }

    private Message redact(Message message, boolean sensitive) {
        if (message.getDescriptorForType()
                .getFullName()
                .equals(Any.getDescriptor().getFullName())) {
            return any(message, sensitive);
        }
        boolean isToken = isToken(message);
        Message.Builder redacted = message.toBuilder();
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            FieldDescriptor descriptor = field.getKey();
            boolean hide = sensitive
                    || isToken
                    || descriptor.getOptions().getExtension(Sensitive.sensitive)
                    || UNMARKED.contains(descriptor.getFullName());
            if (descriptor.isRepeated()) {
                List<Object> items = new ArrayList<>();
                for (Object item : (Iterable<?>) field.getValue()) {
                    items.add(value(descriptor, item, hide));
                }
                redacted.setField(descriptor, items);
            } else {
                redacted.setField(descriptor, value(descriptor, field.getValue(), hide));
            }
        }
        return redacted.build();
    }

    /** Returns whether this is an entry of metadata that holds a token, as kgateway's filters read it. */
    private static boolean isToken(Message message) {
        Descriptor type = message.getDescriptorForType();
        return type.getFullName().equals(METADATA_ENTRY)
                && TOKEN_KEY.equals(message.getField(type.findFieldByNumber(1)));
    }

    private Object value(FieldDescriptor field, Object value, boolean hide) {
        return switch (field.getJavaType()) {
            case MESSAGE -> redact((Message) value, hide);
            case STRING ->
                hide && !isKey(field) && !value.equals("") && !PLACES.contains(field.getName()) ? HIDDEN : value;
            case BYTE_STRING -> hide ? ByteString.copyFromUtf8(HIDDEN) : value;
            default -> value;
        };
    }

    private static boolean isKey(FieldDescriptor field) {
        return field.getContainingType().getOptions().getMapEntry() && field.getNumber() == 1;
    }

    private Message any(Message message, boolean sensitive) {
        try {
            Any any = Any.parseFrom(message.toByteString());
            Descriptor type = descriptors.find(any.getTypeUrl());
            if (type == null) {
                return message;
            }
            Message inner = redact(DynamicMessage.parseFrom(type, any.getValue()), sensitive);
            ByteString bytes =
                    any.toBuilder().setValue(inner.toByteString()).build().toByteString();
            return message.newBuilderForType().mergeFrom(bytes).build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a packed message cannot be parsed", e);
        }
    }
}
