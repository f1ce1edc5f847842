// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import java.util.HashMap;
import java.util.Map;

/// What became of messages, by channel. For one thread.
final class Counts {
    /// @param messages that got a key
    /// @param bytes of their payloads as sent
    /// @param repeated dropped because they came before
    /// @param dead of which dead letters were made
    record Count(long messages, long bytes, long repeated, long dead) {
        static final Count ZERO = new Count(0, 0, 0, 0);

        Count plus(Count more) {
            return new Count(messages + more.messages, bytes + more.bytes, repeated + more.repeated, dead + more.dead);
        }
    }

    private final Map<Long, Count> counts = new HashMap<>();
    private long plainMessages;
    private long plainBytes;

    /// A message of the default stream, of which there are most.
    void plain(int bytes) {
        plainMessages++;
        plainBytes += bytes;
    }

    void taken(long channel, long bytes) {
        add(channel, new Count(1, bytes, 0, 0));
    }

    void repeated(long channel) {
        add(channel, new Count(0, 0, 1, 0));
    }

    /// @param channel of the stream that was named, or the dead letters' if none was known
    void dead(long channel, long bytes) {
        add(Channel.DEAD_LETTERS, new Count(1, bytes, 0, 1));
        if (channel != Channel.DEAD_LETTERS) {
            add(channel, new Count(0, 0, 0, 1));
        }
    }

    private void add(long channel, Count more) {
        counts.merge(channel, more, Count::plus);
    }

    Map<Long, Count> all() {
        if (plainMessages > 0) {
            add(Channel.DEFAULT, new Count(plainMessages, plainBytes, 0, 0));
            plainMessages = 0;
            plainBytes = 0;
        }
        return counts;
    }
}
