// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import org.jspecify.annotations.Nullable;

/** The paths of Google's generative APIs. */
final class GooglePaths {
    private GooglePaths() {}

    /**
     * Returns the paths of a model.
     *
     * @param method the method of all requests; null or empty for those that generate content
     */
    static RequestPaths of(String model, @Nullable String method) {
        return method == null || method.isEmpty()
                ? new RequestPaths(model + ":generateContent", model + ":streamGenerateContent?alt=sse")
                : new RequestPaths(model + ":" + method, null);
    }
}
