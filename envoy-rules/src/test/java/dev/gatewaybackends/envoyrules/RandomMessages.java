// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Random;

/** Fills messages of a type with values near what rules are about. The same seed gives the same messages. */
final class RandomMessages {
    private static final int MAX_DEPTH = 6;
    private static final List<String> PAYLOADS = List.of(
            "envoy.extensions.clusters.dns.v3.DnsCluster",
            "envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext",
            "envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
            "envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning",
            "envoy.extensions.filters.http.aws_lambda.v3.Config",
            "google.protobuf.Struct");
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "x-a",
            ":path",
            "a\n",
            "\u00e4\u00f6",
            "/x",
            "a b",
            "b".repeat(44),
            "c".repeat(190),
            "\u00e4".repeat(130));
    private static final long[] NUMBERS = {
        0, 1, 2, 3, 5, 100, 101, 128, 129, 255, 600, 3600, 65535, 65536, 70000, Integer.MAX_VALUE, -1
    };

    private final Random random;
    private final EnvoyDescriptors descriptors;

    RandomMessages(long seed, EnvoyDescriptors descriptors) {
        this.random = new Random(seed);
        this.descriptors = descriptors;
    }

    Message next(Descriptor type) {
        return message(type, 0);
    }

    private Message message(Descriptor type, int depth) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        if (type.getFullName().equals("google.protobuf.Any")) {
            return any(depth);
        }
        for (FieldDescriptor field : type.getFields()) {
            boolean nested = ReflectiveRules.isMessage(field);
            if (random.nextInt(10) >= (nested ? 4 : 7) || (nested && depth == MAX_DEPTH)) {
                continue;
            }
            if (!field.isRepeated()) {
                message.setField(field, value(field, depth));
                continue;
            }
            int count = field.isMapField() ? 1 : random.nextInt(4);
            for (int i = 0; i < count; i++) {
                message.addRepeatedField(field, value(field, depth));
            }
        }
        return message.build();
    }

    private Message any(int depth) {
        if (depth >= MAX_DEPTH - 1 || random.nextInt(4) == 0) {
            return Any.newBuilder()
                    .setTypeUrl("type.googleapis.com/example.vendor.v1.Unknown")
                    .build();
        }
        String type = PAYLOADS.get(random.nextInt(PAYLOADS.size()));
        return Any.newBuilder()
                .setTypeUrl("type.googleapis.com/" + type)
                .setValue(message(descriptors.find(type), depth + 1).toByteString())
                .build();
    }

    private Object value(FieldDescriptor field, int depth) {
        long number = NUMBERS[random.nextInt(NUMBERS.length)];
        return switch (field.getJavaType()) {
            case MESSAGE -> message(field.getMessageType(), depth + 1);
            case STRING -> TEXTS.get(random.nextInt(TEXTS.size()));
            case BYTE_STRING -> ByteString.copyFromUtf8(TEXTS.get(random.nextInt(TEXTS.size())));
            case ENUM -> enumValue(field.getEnumType());
            case BOOLEAN -> random.nextBoolean();
            case INT -> (int) number;
            case LONG -> number;
            case FLOAT -> random.nextInt(5) - 1 + 0.5f * random.nextInt(2);
            case DOUBLE -> random.nextInt(5) - 1 + 0.5 * random.nextInt(2);
        };
    }

    private EnumValueDescriptor enumValue(EnumDescriptor type) {
        return random.nextInt(8) == 0
                ? type.findValueByNumberCreatingIfUnknown(99)
                : type.getValues().get(random.nextInt(type.getValues().size()));
    }
}
