// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for something that another process brings about. Asks again every 10 ms; fails with a sentence. Callers say
/// how
/// long it may take on a machine that has nothing else to do; it waits longer, because a test machine often has.
public final class Await {
    private static final long PAUSE_NANOS = 10_000_000;
    private static final int BUSY = 4;

    private Await() {}

    /// Waits until the condition holds.
    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        value(what, atMost, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /// Waits until there is a value, and returns it.
    public static <T> T value(String what, Duration atMost, Supplier<Optional<T>> source) {
        Duration patience = atMost.multipliedBy(BUSY);
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> value = source.get();
            if (value.isPresent()) {
                return value.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited " + patience + " in vain until " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
