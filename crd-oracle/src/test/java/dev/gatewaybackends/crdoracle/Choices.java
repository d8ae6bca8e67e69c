// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import java.util.List;
import java.util.Random;

/** Chooses at random; the same seed chooses the same. */
final class Choices {
    private final Random random;

    Choices(long seed) {
        this.random = new Random(seed);
    }

    /** Returns true once in so many times. */
    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    /** Returns true in so many of a hundred times. */
    boolean percent(int count) {
        return random.nextInt(100) < count;
    }

    /** Returns a number from 0 to this one, which it is never. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns one of the choices, of which there is one at least. */
    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
