// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import org.jspecify.annotations.Nullable;

/** What the filters of an {@link HttpRoute} and of a {@link GrpcRoute} have in common. */
public interface RouteFilter {
    /** Returns which payload is set, its literal being {@code toString()}; null only before validation. */
    Enum<?> type();

    /** Returns how request headers are changed; null unless the type says so. */
    @Nullable
    HttpHeaderFilter requestHeaderModifier();

    /** Returns how response headers are changed; null unless the type says so. */
    @Nullable
    HttpHeaderFilter responseHeaderModifier();

    /** Returns where copies of requests go; null unless the type says so. */
    @Nullable
    HttpRequestMirrorFilter requestMirror();

    /** Returns the filter of the implementation; null unless the type says so. */
    @Nullable
    LocalObjectReference extensionRef();
}
