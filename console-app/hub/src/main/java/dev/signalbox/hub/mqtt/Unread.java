// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/// Counts the answers that wait for a device to read them, in bytes. Only the connection's thread uses it.
final class Unread {
    /// A message has an id of two bytes, free again once its acknowledgement of four was read. So a client that keeps
    /// to MQTT is never owed much more.
    static final int MOST = 5 * 65_535;

    private static final int SHORT_ANSWER = 16;
    private static final Buffer EMPTY = Buffer.buffer();

    private final NetSocket socket;
    private int bytes;

    Unread(NetSocket socket) {
        this.socket = socket;
    }

    /// Writes an answer; false if that is too much.
    boolean write(Buffer answer) {
        return waits(answer.length(), socket.write(answer));
    }

    /// A short one was written; false if that is too much. Nothing says when it has gone, so an empty one follows it,
    /// which has gone when all before it have.
    boolean add() {
        return waits(SHORT_ANSWER, socket.write(EMPTY));
    }

    private boolean waits(int size, Future<Void> gone) {
        bytes += size;
        var _ = gone.onComplete(_ -> bytes -= size);
        return bytes <= MOST;
    }
}
