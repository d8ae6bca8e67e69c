// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates {@link Matches}. */
public final class MatchesValidator implements ConstraintValidator<Matches, CharSequence> {
    private Pattern pattern = Pattern.compile("");

    /** Creates the validator; called by the validation provider. */
    public MatchesValidator() {}

    @Override
    public void initialize(Matches constraint) {
        pattern = Pattern.compile(toJava(constraint.value()));
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return value == null || pattern.matcher(value).find();
    }

    /** Java's {@code $} also matches before a final line terminator, RE2's does not; the two agree on the rest we use. */
    private static String toJava(String re2) {
        StringBuilder java = new StringBuilder(re2.length() + 4);
        boolean inClass = false;
        for (int i = 0; i < re2.length(); i++) {
            char c = re2.charAt(i);
            if (c == '\\' && i + 1 < re2.length()) {
                java.append(c).append(re2.charAt(++i));
                continue;
            }
            if (inClass) {
                inClass = c != ']';
                // A bare [ or && inside a class means union and intersection in Java only.
                java.append(c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
            } else if (c == '$') {
                java.append("\\z");
            } else {
                inClass = c == '[';
                java.append(c);
            }
        }
        return java.toString();
    }
}
