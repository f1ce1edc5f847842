// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the acknowledgements and pongs that wait for a device to read them. Nothing says of a single one when it has
/// gone, so after every few thousand an empty piece is written, which has gone when all before it have. May be used
/// from
/// any thread.
final class Unread {
    /// A message has an id of two bytes, which is free again once its acknowledgement was read. So a client that keeps
    /// to MQTT is never owed more than this.
    static final int MOST_OWED = 65_535;

    private static final int EACH = 4096;
    /// One piece more than this, and more than `MOST_OWED` wait between the first and the last of them.
    private static final int MOST_PIECES = MOST_OWED / EACH + 1;

    private static final Buffer EMPTY = Buffer.buffer();

    private final NetSocket socket;
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicInteger pieces = new AtomicInteger();

    Unread(NetSocket socket) {
        this.socket = socket;
    }

    /// One more was given; false if that is too much.
    boolean add() {
        if (given.incrementAndGet() % EACH != 0) {
            return true;
        }
        int waiting = pieces.incrementAndGet();
        var _ = socket.write(EMPTY).onComplete(_ -> pieces.decrementAndGet());
        return waiting <= MOST_PIECES;
    }
}
