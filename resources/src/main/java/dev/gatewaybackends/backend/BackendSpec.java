// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Backend} points at. Mirrors {@code Backend.spec}.
 *
 * <p>In JSON the source stands under the member name of its {@link BackendType}.
 *
 * @param type the deprecated type literal ({@code Static}, {@code AWS}, ...); never read by translation
 * @param source the value of the one union member; null only before validation
 */
@ModelType
@JsonDeserialize(using = PlainJacksonRefused.Deserializer.class)
@JsonSerialize(using = PlainJacksonRefused.Serializer.class)
public record BackendSpec(
        @Nullable String type, @Nullable @Valid BackendSource source) {}
