// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.settings;

import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done about a model that belongs into the body of requests. Immutable. */
public final class BodyModel {
    /** A warning says that it is not written. */
    public static final BodyModel WARN = new BodyModel("WARN", null);
    /** Nothing. */
    public static final BodyModel IGNORE = new BodyModel("IGNORE", null);

    /**
     * Internal listeners write it: each provider has one of its own, and a cluster behind it. For Backends that have such a model;
     * the proxy's bootstrap must have {@code envoy.bootstrap.internal_listener}.
     */
    public static final BodyModel INTERNAL_LISTENERS = new BodyModel("INTERNAL_LISTENERS", null);

    private static final List<BodyModel> WITH_TEXT = List.of(WARN, IGNORE, INTERNAL_LISTENERS);

    private final String text;
    private final @Nullable HttpFilter filter;

    private BodyModel(String text, @Nullable HttpFilter filter) {
        this.text = text;
        this.filter = filter;
    }

    /**
     * Returns an upstream HTTP filter that writes the model, of the caller's own making. No text stands for it.
     *
     * <p>It runs once the endpoint is chosen, after the client's credentials are removed, and before the request gets its
     * credential or is signed. The model of the endpoint stands in its metadata, as {@code model} of
     * {@code io.solo.transformation} unless {@link AiSettings#KGATEWAY_METADATA} is off. The filter is in every cluster,
     * whether its providers take a model from the body or not. Requests that go on to the next provider pass it again.
     *
     * @param filter with a name that no filter of the cluster has, and a configuration
     * @throws IllegalArgumentException if it lacks one of them
     */
    public static BodyModel filter(HttpFilter filter) {
        if (filter.getName().isEmpty() || FilterNames.NAMES.contains(filter.getName())) {
            throw new IllegalArgumentException("a filter cannot have the name '" + filter.getName()
                    + "' (expected: a name of its own, none of " + String.join(", ", FilterNames.NAMES) + ")");
        }
        if (!filter.hasTypedConfig()) {
            throw new IllegalArgumentException("the filter " + filter.getName() + " has no typed_config");
        }
        return new BodyModel("filter " + filter.getName(), filter);
    }

    /** Reads {@code WARN}, {@code IGNORE} or {@code INTERNAL_LISTENERS}, in capital letters or not. */
    public static BodyModel parse(String text) {
        for (BodyModel value : WITH_TEXT) {
            if (value.text.equalsIgnoreCase(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a choice (expected: "
                + WITH_TEXT.stream().map(BodyModel::toString).collect(Collectors.joining(", "))
                + "; a filter is given in code)");
    }

    /** Returns the caller's filter; null if there is none. */
    @Nullable
    public HttpFilter filter() {
        return filter;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BodyModel model && text.equals(model.text) && Objects.equals(filter, model.filter);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns {@code WARN}, {@code IGNORE} or {@code INTERNAL_LISTENERS}, or the name of the filter after {@code filter}. */
    @Override
    public String toString() {
        return text;
    }
}
