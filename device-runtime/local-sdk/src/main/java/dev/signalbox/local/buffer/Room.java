// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.buffer;

import dev.signalbox.local.message.WhenFull;
import java.util.function.BooleanSupplier;

/// Makes room for a new message in the way that was chosen. Its user holds the monitor, and notifies it.
final class Room {
    private final Object monitor;
    private final WhenFull whenFull;
    private boolean closed;

    Room(Object monitor, WhenFull whenFull) {
        this.monitor = monitor;
        this.whenFull = whenFull;
    }

    /// @param full whether there is none
    /// @param dropOldest false when nothing is left that may go
    void make(BooleanSupplier full, BooleanSupplier dropOldest) {
        switch (whenFull) {
            case WAIT -> await(full);
            case REFUSE -> refuse(full.getAsBoolean());
            case DROP_OLDEST -> {
                while (full.getAsBoolean() && dropOldest.getAsBoolean()) {
                    check();
                }
            }
        }
        check();
    }

    private static void refuse(boolean full) {
        if (full) {
            throw BufferProblems.full();
        }
    }

    private void await(BooleanSupplier full) {
        try {
            while (!closed && full.getAsBoolean()) {
                monitor.wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw BufferProblems.interrupted();
        }
    }

    private void check() {
        if (closed) {
            throw BufferProblems.closed();
        }
    }

    void close() {
        closed = true;
        monitor.notifyAll();
    }
}
