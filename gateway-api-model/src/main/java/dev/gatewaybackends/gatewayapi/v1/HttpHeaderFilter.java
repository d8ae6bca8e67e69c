// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Changes of headers. Mirrors {@code HTTPHeaderFilter}.
 *
 * @param set the headers that replace existing values
 * @param add the headers that are added to existing values
 * @param remove the names of headers that are removed; their form is not checked
 */
@ModelType
public record HttpHeaderFilter(
        @UniqueBy("name") @Size(max = 16) List<@NotNull @Valid HttpHeader> set,
        @UniqueBy("name") @Size(max = 16) List<@NotNull @Valid HttpHeader> add,
        @UniqueBy @Size(max = 16) List<@NotNull String> remove) {

    /** Copies the lists; null becomes empty. */
    public HttpHeaderFilter {
        set = Copies.list(set);
        add = Copies.list(add);
        remove = Copies.list(remove);
    }
}
