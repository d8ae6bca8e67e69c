// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.schema;

import org.jspecify.annotations.Nullable;

/** The release lines of kgateway whose schema and output we know, oldest first. */
public enum KgatewayVersion {
    /** 2.0.x; its schema only, its output is not reproduced. */
    V2_0("2.0", Crd2_0.class),
    /** 2.1.x. */
    V2_1("2.1", Crd2_1.class),
    /** 2.2.x. */
    V2_2("2.2", Crd2_2.class),
    /** 2.3.x. */
    V2_3("2.3", Crd2_3.class),
    /** 2.4.x. */
    V2_4("2.4", Crd2_4.class),
    /** The development line after 2.4. */
    MAIN("main", CrdMain.class);

    private final String text;
    private final Class<?> group;

    KgatewayVersion(String text, Class<?> group) {
        this.text = text;
        this.group = group;
    }

    /** Returns the version written {@code 2.1} or {@code main}; null for anything else. */
    public static @Nullable KgatewayVersion parse(String text) {
        for (KgatewayVersion version : values()) {
            if (version.text.equals(text)) {
                return version;
            }
        }
        return null;
    }

    /** Returns whether this is {@code other} or a later version. */
    public boolean isAtLeast(KgatewayVersion other) {
        return compareTo(other) >= 0;
    }

    /** Returns the validation group of the constraints that only this version has. */
    Class<?> group() {
        return group;
    }

    /** Returns {@code 2.1} or {@code main}. */
    @Override
    public String toString() {
        return text;
    }

    /** Validation group of the constraints of the 2.0 schema. */
    public interface Crd2_0 {}

    /** Validation group of the constraints of the 2.1 schema. */
    public interface Crd2_1 {}

    /** Validation group of the constraints of the 2.2 schema. */
    public interface Crd2_2 {}

    /** Validation group of the constraints of the 2.3 schema. */
    public interface Crd2_3 {}

    /** Validation group of the constraints of the 2.4 schema. */
    public interface Crd2_4 {}

    /** Validation group of the constraints of the newest schema. */
    public interface CrdMain {}
}
