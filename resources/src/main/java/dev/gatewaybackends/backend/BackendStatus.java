// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import java.util.List;

/**
 * What a control plane last said about a {@link Backend}.
 *
 * @param conditions the conditions, at most one of a type
 */
@ModelType
public record BackendStatus(List<Condition> conditions) {
    /** Copies the conditions; null becomes empty. */
    public BackendStatus {
        conditions = Copies.list(conditions);
    }
}
