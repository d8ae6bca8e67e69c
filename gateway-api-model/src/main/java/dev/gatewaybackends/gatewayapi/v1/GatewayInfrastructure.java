// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.AnnotationValue;
import dev.gatewaybackends.gatewayapi.scalar.LabelValue;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of resources that an implementation creates for a {@link Gateway}. Mirrors {@code GatewayInfrastructure}.
 *
 * @param labels the labels of these resources
 * @param annotations the annotations of these resources
 * @param parametersRef a resource of the implementation that holds further parameters
 */
@ModelType
public record GatewayInfrastructure(
        @Size(max = 8)
        @Rule(check = InfrastructureRules.Keys.class, message = "Label" + InfrastructureRules.Keys.MESSAGE)
        @Rule(
                check = InfrastructureRules.Prefixes.class,
                message = "If specified, the label" + InfrastructureRules.Prefixes.MESSAGE)
        Map<String, @NotNull @LabelValue String> labels,

        @Size(max = 16)
        @Rule(check = InfrastructureRules.Keys.class, message = "Annotation" + InfrastructureRules.Keys.MESSAGE)
        @Rule(
                check = InfrastructureRules.Prefixes.class,
                message = "If specified, the annotation" + InfrastructureRules.Prefixes.MESSAGE)
        Map<String, @NotNull @AnnotationValue String> annotations,

        @Nullable @Valid LocalParametersReference parametersRef) {

    /** Copies the maps; null becomes empty. */
    public GatewayInfrastructure {
        labels = Copies.map(labels);
        annotations = Copies.map(annotations);
    }
}
