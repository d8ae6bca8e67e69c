// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.NotV1Alpha2;
import dev.gatewaybackends.constraints.OnlyV1Alpha2;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.constraints.StandardChannel;
import dev.gatewaybackends.constraints.UnionMember;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.util.List;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** What Hibernate Validator says about an object: for each violation its path and its rule message or constraint name, sorted. */
public final class Violations {
    private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private Violations() {}

    /** Returns the violations in the standard channel. */
    public static List<String> standard(Object object) {
        return in(StandardChannel.class, object);
    }

    /** Returns the violations in the experimental channel. */
    public static List<String> experimental(Object object) {
        return in(ExperimentalChannel.class, object);
    }

    /** Returns the violations in the channel that a validation group stands for. */
    public static List<String> in(Class<?> channel, Object object) {
        return inGroups(object, Default.class, NotV1Alpha2.class, channel);
    }

    /** Returns the same for what is written in version {@code v1alpha2}. */
    public static List<String> inV1Alpha2(Class<?> channel, Object object) {
        return inGroups(object, Default.class, OnlyV1Alpha2.class, channel);
    }

    private static List<String> inGroups(Object object, Class<?>... groups) {
        return VALIDATOR.validate(object, groups).stream()
                .map(violation -> violation.getPropertyPath() + ": " + what(violation))
                .sorted()
                .toList();
    }

    private static String what(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        return constraint instanceof Rule || constraint instanceof UnionMember
                ? violation.getMessage()
                : "@" + constraint.annotationType().getSimpleName();
    }
}
