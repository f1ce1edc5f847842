// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.report.Problem;

/// What can go wrong with a store.
public final class StoreProblems {
    private StoreProblems() {}

    /// Whether it is a store that is at fault.
    public static boolean isOne(Problem problem) {
        return problem.code().startsWith("store.");
    }

    public static Problem full(String file) {
        return new Problem(
                "store.full",
                "The disk is full: " + file + " cannot grow, so nothing more is taken in.",
                "Free space on that disk; devices keep their messages and send them again.");
    }

    public static Problem unreadable(String file, String why) {
        return new Problem(
                "store.unreadable",
                "The store " + file + " cannot be read: " + why + ".",
                "Restore it from a copy, or move it away to start with an empty one.");
    }

    public static Problem failed(String file, String why) {
        return new Problem(
                "store.failed",
                "The store " + file + " could not do its work: " + why + ".",
                "Look at its disk, and try again.");
    }

    /// Asked of a store that is closed or about to be.
    public static Problem stopping(String file) {
        return failed(file, "the hub is stopping");
    }

    public static Problem outOfOrder() {
        return new Problem(
                "store.out-of-order",
                "A message waits because one before it could not be stored.",
                "The device sends both again.");
    }

    public static Problem tooNew(String file, int version) {
        return new Problem(
                "store.too-new",
                "The store " + file + " was written by a newer hub (layout " + version + ").",
                "Start that hub, or restore a copy from before the update.");
    }
}
