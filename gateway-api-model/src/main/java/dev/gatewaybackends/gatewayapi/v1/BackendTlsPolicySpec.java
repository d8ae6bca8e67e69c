// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.AnnotationValue;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * The backends of a {@link BackendTlsPolicy}, and the verification of their certificates. Mirrors {@code
 * BackendTLSPolicySpec}.
 *
 * @param targetRefs the backends; null only before validation
 * @param validation how their certificates are verified
 * @param options settings of the implementation
 */
@ModelType
public record BackendTlsPolicySpec(
        @NotNull
        @Size(min = 1, max = 16)
        @Rule(
                check = TargetReferenceRules.SectionNameSpecified.class,
                message =
                        "sectionName must be specified when targetRefs includes 2 or more references to the same target")
        @Rule(
                check = TargetReferenceRules.SectionNameUnique.class,
                message = "sectionName must be unique when targetRefs includes 2 or more references to the same target")
        List<@NotNull @Valid LocalPolicyTargetReferenceWithSectionName> targetRefs,

        @NotNull @Valid BackendTlsPolicyValidation validation,
        @Size(max = 16) Map<String, @NotNull @AnnotationValue String> options) {

    /** Copies the collections; no options become an empty map. */
    public BackendTlsPolicySpec {
        targetRefs = Copies.requiredList(targetRefs);
        options = Copies.map(options);
    }
}
