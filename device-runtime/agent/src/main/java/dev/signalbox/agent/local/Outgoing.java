// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Lines that wait for one app, bounded. Receipts do not pile up: the newest stands for all before it.
final class Outgoing {
    private static final int MOST_LINES = 1000;
    private static final int MOST_BYTES = 1 << 20;

    private final ArrayDeque<byte[]> lines = new ArrayDeque<>();
    private byte @Nullable [] receipt;
    private long bytes;
    private boolean ended;
    private boolean idle = true;

    /// False when there is no room, because the app does not read.
    synchronized boolean add(byte[] line) {
        if (ended) {
            return true;
        }
        if (lines.size() >= MOST_LINES || bytes + line.length > MOST_BYTES) {
            return false;
        }
        lines.addLast(line);
        bytes += line.length;
        notifyAll();
        return true;
    }

    synchronized void receipt(byte[] line) {
        receipt = line;
        notifyAll();
    }

    /// Waits for the next; null once ended and empty.
    synchronized byte @Nullable [] take() throws InterruptedException {
        idle = true;
        notifyAll();
        while (lines.isEmpty() && receipt == null && !ended) {
            wait();
        }
        byte[] next = lines.pollFirst();
        if (next != null) {
            bytes -= next.length;
        } else {
            next = receipt;
            receipt = null;
        }
        idle = next == null;
        return next;
    }

    /// Waits until all was written, so many milliseconds at most.
    synchronized void awaitIdle(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!(idle && lines.isEmpty() && receipt == null)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
