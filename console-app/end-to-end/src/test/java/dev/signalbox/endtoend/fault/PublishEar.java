// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.testing.wire.Tap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Finds in the bytes of one MQTT connection the packets that publish something, and tells their topics.
final class PublishEar implements Tap.Ear {
    private static final int PUBLISH = 3;
    private static final int MOST_LENGTH_BYTES = 4;

    private final Consumer<String> topics;
    private ByteBuffer unread = ByteBuffer.allocate(0);

    PublishEar(Consumer<String> topics) {
        this.topics = topics;
    }

    @Override
    public void hears(byte[] bytes, int count) {
        unread = ByteBuffer.allocate(unread.remaining() + count)
                .put(unread)
                .put(bytes, 0, count)
                .flip();
        boolean whole = true;
        while (whole) {
            unread.mark();
            whole = packet();
        }
        unread.reset();
    }

    /// False when its end has not come yet.
    private boolean packet() {
        if (!unread.hasRemaining()) {
            return false;
        }
        int type = (unread.get() & 0xf0) >> 4;
        int length = length();
        if (length < 0 || unread.remaining() < length) {
            return false;
        }
        int end = unread.position() + length;
        if (type == PUBLISH) {
            byte[] topic = new byte[unread.getShort() & 0xffff];
            unread.get(topic);
            topics.accept(new String(topic, StandardCharsets.UTF_8));
        }
        unread.position(end);
        return true;
    }

    /// Below 0 when not all of it has come yet.
    private int length() {
        int length = 0;
        for (int i = 0; i < MOST_LENGTH_BYTES && unread.hasRemaining(); i++) {
            int some = unread.get();
            length |= (some & 0x7f) << (7 * i);
            if (some >= 0) {
                return length;
            }
        }
        return -1;
    }
}
