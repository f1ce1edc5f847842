// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.Arrays;

/// The PUBACKs of one connection. Those given until its thread comes to them go out in one piece: each by itself would
/// take that thread as long as all it does to receive the message. May be used from any thread.
final class Acknowledgements {
    /// A message has an id of two bytes, free again once its acknowledgement was read. A client that keeps to MQTT is
    /// never owed more than this many bytes.
    static final int MOST_UNREAD = 65_535 * Integer.BYTES;

    /// MQTT 3.1.1, 3.4: type 4, remaining length 2, then the message's id.
    private static final int PUBACK = 0x4002_0000;

    private final NetSocket socket;
    private final Context context;
    private final Runnable whenDeaf;
    private int[] given = {};
    private int count;
    /// Bytes that wait for the device to read them; only the connection's thread touches it.
    private int unread;

    /// @param whenDeaf what is done with one who reads none; on the connection's thread
    Acknowledgements(NetSocket socket, Context context, Runnable whenDeaf) {
        this.socket = socket;
        this.context = context;
        this.whenDeaf = whenDeaf;
    }

    void give(int messageId) {
        if (add(messageId) == 1) {
            context.runOnContext(_ -> send());
        }
    }

    private synchronized int add(int messageId) {
        if (count == given.length) {
            given = Arrays.copyOf(given, Math.max(8, 2 * count));
        }
        given[count++] = messageId;
        return count;
    }

    private synchronized Buffer take() {
        Buffer all = Buffer.buffer(count * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            all.appendInt(PUBACK | given[i]);
        }
        count = 0;
        return all;
    }

    private void send() {
        Buffer all = take();
        int size = all.length();
        unread += size;
        var _ = socket.write(all).onComplete(_ -> unread -= size);
        if (unread > MOST_UNREAD) {
            whenDeaf.run();
        }
    }
}
