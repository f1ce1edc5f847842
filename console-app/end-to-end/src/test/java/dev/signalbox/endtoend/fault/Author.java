// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.device.client.StreamSender;
import dev.signalbox.protocol.stream.MessageIds;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A program on a device that writes numbers, many at a time and without a pause for each, as it is told.
final class Author {
    private static final int UNTOLD = 256;
    private static final int PIECES = 20;
    private static final long BETWEEN_PIECES_NANOS = 20_000_000;

    private final StreamSender sender;
    private final Semaphore untold = new Semaphore(UNTOLD);
    private final AtomicLong safe = new AtomicLong();
    private long next;

    Author(StreamSender sender) {
        this.sender = sender;
    }

    /// Writes so many in the background, spread over half a second.
    Thread writes(long many) {
        return Thread.ofVirtual().start(() -> {
            for (int piece = 0; piece < PIECES; piece++) {
                write(many * (piece + 1) / PIECES - many * piece / PIECES);
                LockSupport.parkNanos(BETWEEN_PIECES_NANOS);
            }
        });
    }

    private synchronized void write(long many) {
        for (int i = 0; i < many; i++) {
            untold.acquireUninterruptibly();
            byte[] payload = ("{\"n\":" + next++ + "}").getBytes(StandardCharsets.UTF_8);
            var _ = sender.enqueueLater(payload, MessageIds.NONE).whenComplete((kept, refused) -> {
                safe.addAndGet(refused == null ? 1 : 0);
                untold.release();
            });
        }
    }

    /// How many it was told are safe.
    long safe() {
        return safe.get();
    }

    /// Waits until it was told of all.
    void awaitAnswers() {
        untold.acquireUninterruptibly(UNTOLD);
        untold.release(UNTOLD);
    }
}
