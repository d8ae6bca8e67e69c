// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import com.google.protobuf.AnyProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.WrappersProto;
import io.envoyproxy.pgv.validate.Validate;

/** Builds message types with rules, and messages of them, from text. */
final class TestProtos {
    private TestProtos() {}

    /** Returns the message {@code test.M} of a proto3 file whose messages are given in text format. */
    static Descriptor file(String messages) {
        ExtensionRegistry registry = ExtensionRegistry.newInstance();
        Validate.registerAllExtensions(registry);
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder();
        FileDescriptor[] imports = {
            AnyProto.getDescriptor(),
            DurationProto.getDescriptor(),
            TimestampProto.getDescriptor(),
            WrappersProto.getDescriptor(),
            Validate.getDescriptor()
        };
        try {
            TextFormat.merge("name: 'test.proto' package: 'test' syntax: 'proto3' " + messages, registry, file);
            for (FileDescriptor dependency : imports) {
                file.addDependency(dependency.getName());
            }
            return FileDescriptor.buildFrom(file.build(), imports).findMessageTypeByName("M");
        } catch (TextFormat.ParseException | DescriptorValidationException e) {
            throw new IllegalArgumentException(messages, e);
        }
    }

    /** Returns a message type {@code test.M} with one field {@code f} beside an enum and a nested message. */
    static Descriptor withField(String field, String rules) {
        return file("message_type { name: 'M' " + field("f", 1, field, rules) + " enum_type { name: 'E' "
                + "value { name: 'ZERO' number: 0 } value { name: 'ONE' number: 1 } value { name: 'TWO' number: 2 } } }"
                + "message_type { name: 'Inner' " + field("text", 1, "type: TYPE_STRING", "string { min_len: 2 }")
                + " }");
    }

    static String field(String name, int number, String field, String rules) {
        String label = field.contains("label:") ? "" : "label: LABEL_OPTIONAL ";
        return "field { name: '" + name + "' number: " + number + " " + label + field
                + (rules.isEmpty() ? "" : " options { [validate.rules] { " + rules + " } }") + " } ";
    }

    static DynamicMessage message(Descriptor type, String text) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        try {
            TextFormat.merge(text, message);
        } catch (TextFormat.ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
        return message.build();
    }
}
