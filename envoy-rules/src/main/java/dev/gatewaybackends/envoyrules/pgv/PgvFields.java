// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

/** The field numbers of {@code validate/validate.proto}, named as there with the name of the kind in front. */
final class PgvFields {
    // The options that hold rules, on fields, one-ofs and messages.
    static final int RULES = 1071;
    static final int ONEOF_REQUIRED = 1071;
    static final int MESSAGE_DISABLED = 1071;
    static final int MESSAGE_IGNORED = 1072;

    // FieldRules: the fields that are not the rules of a NumberKind.
    static final int STRING = 14;
    static final int BYTES = 15;
    static final int MESSAGE = 17;
    static final int REPEATED = 18;
    static final int MAP = 19;
    static final int ANY = 20;
    static final int DURATION = 21;
    static final int TIMESTAMP = 22;

    // The rules of every numeric kind and of bool.
    static final int NUMBER_CONST = 1;
    static final int NUMBER_LT = 2;
    static final int NUMBER_LTE = 3;
    static final int NUMBER_GT = 4;
    static final int NUMBER_GTE = 5;
    static final int NUMBER_IN = 6;
    static final int NUMBER_NOT_IN = 7;
    static final int NUMBER_IGNORE_EMPTY = 8;

    // EnumRules
    static final int ENUM_CONST = 1;
    static final int ENUM_DEFINED_ONLY = 2;
    static final int ENUM_IN = 3;
    static final int ENUM_NOT_IN = 4;

    // StringRules
    static final int STRING_CONST = 1;
    static final int STRING_MIN_LEN = 2;
    static final int STRING_MAX_LEN = 3;
    static final int STRING_MIN_BYTES = 4;
    static final int STRING_MAX_BYTES = 5;
    static final int STRING_PATTERN = 6;
    static final int STRING_PREFIX = 7;
    static final int STRING_SUFFIX = 8;
    static final int STRING_CONTAINS = 9;
    static final int STRING_IN = 10;
    static final int STRING_NOT_IN = 11;
    static final int STRING_EMAIL = 12;
    static final int STRING_HOSTNAME = 13;
    static final int STRING_IP = 14;
    static final int STRING_IPV4 = 15;
    static final int STRING_IPV6 = 16;
    static final int STRING_URI = 17;
    static final int STRING_URI_REF = 18;
    static final int STRING_LEN = 19;
    static final int STRING_LEN_BYTES = 20;
    static final int STRING_ADDRESS = 21;
    static final int STRING_UUID = 22;
    static final int STRING_NOT_CONTAINS = 23;
    static final int STRING_WELL_KNOWN_REGEX = 24;
    static final int STRING_STRICT = 25;
    static final int STRING_IGNORE_EMPTY = 26;

    // BytesRules
    static final int BYTES_CONST = 1;
    static final int BYTES_MIN_LEN = 2;
    static final int BYTES_MAX_LEN = 3;
    static final int BYTES_PATTERN = 4;
    static final int BYTES_PREFIX = 5;
    static final int BYTES_SUFFIX = 6;
    static final int BYTES_CONTAINS = 7;
    static final int BYTES_IN = 8;
    static final int BYTES_NOT_IN = 9;
    static final int BYTES_IP = 10;
    static final int BYTES_IPV4 = 11;
    static final int BYTES_IPV6 = 12;
    static final int BYTES_LEN = 13;
    static final int BYTES_IGNORE_EMPTY = 14;

    // MessageRules
    static final int MESSAGE_SKIP = 1;
    static final int MESSAGE_REQUIRED = 2;

    // RepeatedRules
    static final int REPEATED_MIN_ITEMS = 1;
    static final int REPEATED_MAX_ITEMS = 2;
    static final int REPEATED_UNIQUE = 3;
    static final int REPEATED_ITEMS = 4;
    static final int REPEATED_IGNORE_EMPTY = 5;

    // MapRules
    static final int MAP_MIN_PAIRS = 1;
    static final int MAP_MAX_PAIRS = 2;
    static final int MAP_NO_SPARSE = 3;
    static final int MAP_KEYS = 4;
    static final int MAP_VALUES = 5;
    static final int MAP_IGNORE_EMPTY = 6;

    // AnyRules
    static final int ANY_REQUIRED = 1;
    static final int ANY_IN = 2;
    static final int ANY_NOT_IN = 3;

    // DurationRules
    static final int DURATION_REQUIRED = 1;
    static final int DURATION_CONST = 2;
    static final int DURATION_LT = 3;
    static final int DURATION_LTE = 4;
    static final int DURATION_GT = 5;
    static final int DURATION_GTE = 6;
    static final int DURATION_IN = 7;
    static final int DURATION_NOT_IN = 8;

    // TimestampRules
    static final int TIMESTAMP_REQUIRED = 1;
    static final int TIMESTAMP_CONST = 2;
    static final int TIMESTAMP_LT = 3;
    static final int TIMESTAMP_LTE = 4;
    static final int TIMESTAMP_GT = 5;
    static final int TIMESTAMP_GTE = 6;
    static final int TIMESTAMP_LT_NOW = 7;
    static final int TIMESTAMP_GT_NOW = 8;
    static final int TIMESTAMP_WITHIN = 9;

    // Duration and Timestamp themselves.
    static final int SECONDS = 1;
    static final int NANOS = 2;

    private PgvFields() {}
}
