// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A share of requests. Mirrors {@code Fraction}.
 *
 * @param numerator the part of the total
 * @param denominator the total; 100 when null
 */
@ModelType
@Rule(check = HttpRouteFilterRules.NoMoreThanAll.class, message = "numerator must be less than or equal to denominator")
public record Fraction(
        @NotNull @Min(0) Integer numerator,
        @DefaultJson("100") @Min(1) Integer denominator) {

    /** Applies the default. */
    public Fraction {
        denominator = denominator == null ? 100 : denominator;
    }

    /** Returns a fraction. */
    public static Fraction of(int numerator, int denominator) {
        return new Fraction(numerator, denominator);
    }
}
