// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;

/** Descriptors of fields that the oldest supported protos lack. */
final class FieldDescriptors {
    private FieldDescriptors() {}

    static FieldDescriptorProto.Builder text(String name, int number) {
        return field(name, number).setType(FieldDescriptorProto.Type.TYPE_STRING);
    }

    static FieldDescriptorProto.Builder message(String name, int number, String type) {
        return field(name, number)
                .setType(FieldDescriptorProto.Type.TYPE_MESSAGE)
                .setTypeName("." + type);
    }

    /** Returns a field without a type. */
    static FieldDescriptorProto.Builder field(String name, int number) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL);
    }
}
