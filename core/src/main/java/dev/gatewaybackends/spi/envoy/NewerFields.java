// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;

/**
 * Fields of Envoy messages that are newer than the oldest supported protos, written by number.
 *
 * <p>Where the protos on the class path know the field, it is set like any other. Envoy releases before the field pass over
 * it, or refuse it: the caller says which release a cluster is for.
 */
public final class NewerFields {
    private NewerFields() {}

    /** Sets a message field, or adds an item to a repeated one. */
    public static <B extends Message.Builder> B set(B message, int number, Message value) {
        return merge(message, number, TypedConfigs.bytes(value));
    }

    /** Sets a string field. */
    public static <B extends Message.Builder> B set(B message, int number, String value) {
        return merge(message, number, ByteString.copyFromUtf8(value));
    }

    private static <B extends Message.Builder> B merge(B message, int number, ByteString value) {
        ByteString field = UnknownFieldSet.newBuilder()
                .addField(
                        number,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(value)
                                .build())
                .build()
                .toByteString();
        try {
            // Not through the builder's own method for unknown fields, which differs between protobuf 3 and 4.
            message.mergeFrom(field);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(
                    "field " + number + " of " + message.getDescriptorForType().getFullName() + " is of another type",
                    e);
        }
        return message;
    }
}
