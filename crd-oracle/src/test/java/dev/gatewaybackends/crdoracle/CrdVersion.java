// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One served version of a kind, as the CRD of a release defines it.
 *
 * @param release where the CRD is from
 * @param namespaced whether its objects are in a namespace
 * @param hasStatus whether status is a subresource
 * @param schema the {@code openAPIV3Schema}
 */
record CrdVersion(
        Release release, String apiVersion, String kind, boolean namespaced, boolean hasStatus, JsonNode schema) {
    @Override
    public String toString() {
        return kind + " " + apiVersion + " of " + release.directory();
    }
}
