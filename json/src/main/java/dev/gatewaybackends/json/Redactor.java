// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.json;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.gatewaybackends.diagnostics.Quotes;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import java.util.Set;
import udpa.annotations.Sensitive;

/** Hides the values that Envoy's protos mark as sensitive, also inside packed messages. Carries whether to hide. */
final class Redactor extends MessageRewriter<Boolean> {
    /** These fields say where a secret is, not what it is. */
    private static final Set<String> PLACES = Set.of("filename", "environment_variable");
    /** Values of Secrets that Envoy does not mark. */
    private static final Set<String> UNMARKED =
            Set.of("envoy.extensions.common.aws.v3.InlineCredentialProvider.access_key_id");

    private static final String METADATA_ENTRY = "google.protobuf.Struct.FieldsEntry";
    private static final String TOKEN_KEY = "auth_token";

    Redactor(EnvoyDescriptors descriptors) {
        super(descriptors);
    }

    @Override
    protected Boolean inside(Message owner, FieldDescriptor field, Boolean hide) {
        return hide
                || isToken(owner)
                || field.getOptions().getExtension(Sensitive.sensitive)
                || UNMARKED.contains(field.getFullName());
    }

    /** Returns whether this is an entry of metadata that holds a token, as kgateway's filters read it. */
    private static boolean isToken(Message message) {
        Descriptor type = message.getDescriptorForType();
        return type.getFullName().equals(METADATA_ENTRY)
                && TOKEN_KEY.equals(message.getField(type.findFieldByNumber(1)));
    }

    @Override
    protected Object value(FieldDescriptor field, Object value, Boolean hide) {
        return switch (field.getJavaType()) {
            case STRING ->
                hide && !isKey(field) && !value.equals("") && !PLACES.contains(field.getName()) ? Quotes.HIDDEN : value;
            case BYTE_STRING -> hide ? ByteString.copyFromUtf8(Quotes.HIDDEN) : value;
            default -> value;
        };
    }

    private static boolean isKey(FieldDescriptor field) {
        return field.getContainingType().getOptions().getMapEntry() && field.getNumber() == 1;
    }
}
