// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.chance;

import java.util.Random;
import java.util.random.RandomGenerator;

/// Where what a test does at random comes from. The seed is printed; the same one gives the same plan again, though not
/// the same interleaving of threads and processes.
public final class Chance {
    private final long seed;

    private Chance(long seed) {
        this.seed = seed;
    }

    /// From `-Dsignalbox.seed=`, else a fresh one.
    public static Chance of(Class<?> test) {
        long seed = Long.getLong("signalbox.seed", System.nanoTime() & 0xffff_ffffL);
        System.out.printf("%s: run again with -Dsignalbox.seed=%d%n", test.getSimpleName(), seed);
        return new Chance(seed);
    }

    /// How much of something, from `-Dsignalbox.<name>=`.
    public static int many(String name, int usual) {
        return Integer.getInteger("signalbox." + name, usual);
    }

    /// A source of its own for each who draws, so that threads do not disturb each other's draws.
    public RandomGenerator drawnBy(String who) {
        return new Random(seed * 31 + who.hashCode());
    }
}
