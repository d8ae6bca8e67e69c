// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Backend types that reading and validation know, in the order of their registration. Immutable. */
public final class BackendTypes {
    private final Map<String, BackendType<?>> byMember = new LinkedHashMap<>();
    private final Map<Class<?>, BackendType<?>> byClass = new LinkedHashMap<>();

    private BackendTypes(Collection<? extends BackendType<?>> types) {
        for (BackendType<?> type : types) {
            if (byMember.putIfAbsent(type.member(), type) != null
                    || byClass.putIfAbsent(type.sourceClass(), type) != null) {
                throw new IllegalArgumentException("two Backend types claim " + type.member());
            }
        }
    }

    /** Returns these types. */
    public static BackendTypes of(Collection<? extends BackendType<?>> types) {
        return new BackendTypes(types);
    }

    /** Returns the types in the order of their registration. */
    public List<BackendType<?>> all() {
        return List.copyOf(byMember.values());
    }

    /** Returns the type that claims this member of {@code spec}; null if none does. */
    public @Nullable BackendType<?> find(String member) {
        return byMember.get(member);
    }

    /** Returns the type of this source; null if none is registered for its class. */
    public @Nullable BackendType<?> typeOf(BackendSource source) {
        return byClass.get(source.getClass());
    }
}
