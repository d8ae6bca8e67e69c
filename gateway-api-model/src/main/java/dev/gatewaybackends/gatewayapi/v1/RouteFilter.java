// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import org.jspecify.annotations.Nullable;

/** A filter of an {@link HttpRoute} or of a {@link GrpcRoute}. */
public interface RouteFilter {
    /** Returns the type of the filter, whose {@code toString()} is the JSON literal; null only before validation. */
    Enum<?> type();

    /** Returns how request headers are changed; null if the filter has another type. */
    @Nullable
    HttpHeaderFilter requestHeaderModifier();

    /** Returns how response headers are changed; null if the filter has another type. */
    @Nullable
    HttpHeaderFilter responseHeaderModifier();

    /** Returns the destination of copies of requests; null if the filter has another type. */
    @Nullable
    HttpRequestMirrorFilter requestMirror();

    /** Returns the filter of the implementation; null if the filter has another type. */
    @Nullable
    LocalObjectReference extensionRef();
}
