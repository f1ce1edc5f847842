// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The end of this process. In order, with all that the node does at its end, if that is possible in a stated time.
final class Exit {
    private static final long LONGEST_SECONDS = 20;

    private Exit() {}

    /// Returns at once. A change of release that goes on has a second to come to its end.
    static void soon(int code) {
        try {
            later("halt", LONGEST_SECONDS, () -> now(code));
            later("exit", 1, () -> System.exit(code));
        } catch (OutOfMemoryError noThreads) {
            now(code);
        }
    }

    /// Whatever is going on.
    static void now(int code) {
        Runtime.getRuntime().halt(code);
    }

    private static void later(String name, long seconds, Runnable end) {
        Thread.ofPlatform().daemon().name(name).start(() -> {
            rest(TimeUnit.SECONDS.toNanos(seconds));
            end.run();
        });
    }

    private static void rest(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
