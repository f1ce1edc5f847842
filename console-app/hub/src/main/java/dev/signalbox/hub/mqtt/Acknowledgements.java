// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.function.Consumer;

/// The PUBACKs of one connection. Those given until its thread comes to them go out in one piece: each by itself would
/// take that thread as long as all it does to receive the message. May be used from any thread.
final class Acknowledgements {
    /// MQTT 3.1.1, 3.4: type 4, remaining length 2, then the message's id.
    private static final int PUBACK = 0x4002_0000;

    private final Context context;
    private final Consumer<Buffer> writing;
    private int[] given = {};
    private int count;

    /// @param writing sends the bytes of some; on the connection's thread
    Acknowledgements(Context context, Consumer<Buffer> writing) {
        this.context = context;
        this.writing = writing;
    }

    void give(int messageId) {
        if (add(messageId) == 1) {
            context.runOnContext(_ -> writing.accept(take()));
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
}
