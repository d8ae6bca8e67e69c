// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages as no serialiser writes them, but every parser reads them. */
class WireFormTest {
    private static final Descriptor TYPE = TestProtos.file("message_type { name: 'M' "
            + TestProtos.field("number", 1, "type: TYPE_INT32", "int32 { gt: 0 }")
            + TestProtos.field("text", 2, "type: TYPE_STRING", "string { len: 2 ignore_empty: true }")
            + TestProtos.field("inner", 3, "type: TYPE_MESSAGE type_name: '.test.Inner'", "")
            + TestProtos.field(
                    "packed",
                    4,
                    "label: LABEL_REPEATED type: TYPE_UINT32",
                    "repeated { max_items: 3 items { uint32 { lt: 9 } } }")
            + TestProtos.field("a", 5, "oneof_index: 0 type: TYPE_MESSAGE type_name: '.test.Inner'", "")
            + TestProtos.field("b", 6, "oneof_index: 0 type: TYPE_INT32", "int32 { gt: 0 }")
            + TestProtos.field(
                    "time",
                    7,
                    "type: TYPE_MESSAGE type_name: '.google.protobuf.Duration'",
                    "duration { gt { seconds: 5 } }")
            + TestProtos.field("any", 8, "type: TYPE_MESSAGE type_name: '.google.protobuf.Any'", "")
            + TestProtos.field(
                    "map",
                    9,
                    "label: LABEL_REPEATED type: TYPE_MESSAGE type_name: '.test.M.MapEntry'",
                    "map { no_sparse: true max_pairs: 2 }")
            + "nested_type { name: 'MapEntry' options { map_entry: true } "
            + TestProtos.field("key", 1, "type: TYPE_STRING", "")
            + TestProtos.field("value", 2, "type: TYPE_MESSAGE type_name: '.test.Inner'", "") + "}"
            + "oneof_decl { name: 'choice' } }"
            + "message_type { name: 'Inner' "
            + TestProtos.field("x", 1, "type: TYPE_INT32", "int32 { gt: 0 }")
            + TestProtos.field("y", 2, "type: TYPE_INT32", "int32 { gt: 0 }") + " }");

    private final EnvoyRules rules =
            EnvoyRules.of(EnvoyDescriptors.builder().add(TYPE).build());

    private interface Content {
        void write(CodedOutputStream out) throws IOException;
    }

    private static ByteString bytes(Content content) {
        try {
            ByteArrayOutputStream buffer = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(buffer);
            content.write(out);
            out.flush();
            return ByteString.copyFrom(buffer.toByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> found(Content content) {
        return rules.check(TYPE, bytes(content)).violations().stream()
                .map(RuleViolation::toString)
                .toList();
    }

    private static Content inner(int field, int x, int y) {
        return out -> out.writeBytes(field, bytes(in -> {
            if (x >= 0) {
                in.writeInt32(1, x);
            }
            if (y >= 0) {
                in.writeInt32(2, y);
            }
        }));
    }

    @Test
    void scalar_repeated_lastOneWins() {
        assertThat(found(out -> {
                    out.writeInt32(1, 0);
                    out.writeInt32(1, 1);
                    out.writeString(2, "abc");
                    out.writeString(2, "ab");
                }))
                .isEmpty();
        assertThat(found(out -> {
                    out.writeInt32(1, 1);
                    out.writeInt32(1, 0);
                }))
                .containsExactly("number: 0 is not greater than 0");
    }

    @Test
    void fields_inAnyOrder_areReportedAsDeclared() {
        assertThat(found(out -> {
                    inner(3, 0, 1).write(out);
                    out.writeString(2, "abc");
                    out.writeInt32(1, -1);
                }))
                .containsExactly(
                        "number: -1 is not greater than 0",
                        "text: 3 characters, exactly 2 required",
                        "inner.x: 0 is not greater than 0");
    }

    @Test
    void message_inParts_isMerged() {
        assertThat(found(out -> {
                    out.writeInt32(1, 1);
                    inner(3, 1, -1).write(out);
                    out.writeString(2, "ab");
                    inner(3, -1, 1).write(out);
                    out.writeBytes(7, bytes(time -> time.writeInt64(1, 9)));
                    out.writeBytes(7, ByteString.EMPTY);
                }))
                .isEmpty();
        assertThat(found(out -> {
                    out.writeInt32(1, 1);
                    inner(3, 1, -1).write(out);
                    inner(3, 0, -1).write(out);
                }))
                .containsExactly("inner.x: 0 is not greater than 0", "inner.y: 0 is not greater than 0");
    }

    @Test
    void repeatedNumbers_packedOrNot_areOneList() {
        assertThat(found(out -> {
                    out.writeInt32(1, 1);
                    out.writeBytes(4, bytes(packed -> {
                        packed.writeUInt32NoTag(1);
                        packed.writeUInt32NoTag(9);
                    }));
                    out.writeUInt32(4, 2);
                    out.writeBytes(4, ByteString.EMPTY);
                    out.writeBytes(4, bytes(packed -> packed.writeUInt32NoTag(10)));
                }))
                .containsExactly(
                        "packed[1]: 9 is not less than 9",
                        "packed[3]: 10 is not less than 9",
                        "packed: 4 items, at most 3 allowed");
    }

    @Test
    void oneof_severalMembers_lastOneIsSet() {
        assertThat(found(out -> {
                    out.writeInt32(1, 1);
                    inner(5, 0, 0).write(out);
                    out.writeInt32(6, 1);
                }))
                .isEmpty();
        assertThat(found(out -> {
                    out.writeInt32(1, 1);
                    inner(5, 1, 0).write(out);
                    out.writeInt32(6, 0);
                    inner(5, -1, 1).write(out);
                    inner(5, 1, -1).write(out);
                }))
                .isEmpty();
    }

    @Test
    void fields_unknownOrOfAnotherWireType_arePassedOver() {
        assertThat(found(out -> {
                    out.writeInt32(1, 1);
                    out.writeFixed64(1, 0);
                    out.writeInt32(2, 7);
                    out.writeString(99, "x");
                    out.writeTag(98, 3);
                    out.writeInt32(1, 0);
                    out.writeTag(98, 4);
                }))
                .isEmpty();
    }

    @Test
    void bytes_thatAreNoMessage_areViolatedWhereTheyStart() {
        assertThat(found(out -> out.writeRawByte(0xFF))).containsExactly("1 byte, not a valid test.M");
        assertThat(found(out -> {
                    out.writeInt32(1, 0);
                    out.writeBytes(3, ByteString.copyFromUtf8("\n"));
                }))
                .containsExactly("number: 0 is not greater than 0", "5 bytes, not a valid test.M");
        assertThat(found(out -> out.writeTag(98, 4))).containsExactly("2 bytes, not a valid test.M");
    }

    @Test
    void anyPayload_thatIsNoMessage_costsOnlyItself() {
        assertThat(found(out -> {
                    out.writeInt32(1, -1);
                    out.writeBytes(8, bytes(any -> {
                        any.writeString(1, "x/test.M");
                        any.writeBytes(2, bytes(payload -> {
                            payload.writeInt32(1, 1);
                            inner(3, 0, 1).write(payload);
                            payload.writeBytes(7, ByteString.copyFrom(new byte[] {8}));
                        }));
                    }));
                    out.writeBytes(7, ByteString.EMPTY);
                }))
                .containsExactly(
                        "number: -1 is not greater than 0",
                        "time: 0s is not greater than 5s",
                        "any.inner.x: 0 is not greater than 0",
                        "any: 11 bytes, not a valid test.M");
    }

    @Test
    void map_entriesOfOneKey_lastOneWins() {
        assertThat(found(out -> {
                    out.writeInt32(1, 1);
                    out.writeBytes(9, bytes(entry -> {
                        entry.writeString(1, "k");
                        inner(2, 0, 0).write(entry);
                    }));
                    out.writeBytes(9, bytes(entry -> entry.writeString(1, "sparse")));
                    out.writeBytes(9, bytes(entry -> {
                        inner(2, 1, 0).write(entry);
                        entry.writeString(1, "k");
                    }));
                }))
                .containsExactly("map[k].y: 0 is not greater than 0", "map[sparse]: not set, but required");
    }

    @Test
    void text_thatIsNotUtf8_isViolated() {
        assertThat(found(out -> {
                    out.writeInt32(1, 1);
                    out.writeBytes(2, ByteString.copyFrom(new byte[] {'a', (byte) 0xFF}));
                }))
                .containsExactly("text: 2 bytes, not valid UTF-8");
    }
}
