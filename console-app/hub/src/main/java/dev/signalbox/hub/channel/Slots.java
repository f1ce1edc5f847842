// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.trust.Digest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts who reads what just now: a token a channel four times at once, at most.
final class Slots {
    private static final int AT_ONCE = 4;

    private final Map<Slot, Integer> taken = new ConcurrentHashMap<>();

    private record Slot(Digest token, long channel) {}

    /// Returns what is to be run when the reading has ended. Throws `channel.too-many-reads`.
    Runnable take(Digest token, long channel) {
        var slot = new Slot(token, channel);
        taken.compute(slot, (_, now) -> {
            if (now != null && now >= AT_ONCE) {
                throw new ProblemException(ChannelProblems.tooManyReads(AT_ONCE));
            }
            return now == null ? 1 : now + 1;
        });
        return () -> taken.computeIfPresent(slot, (_, now) -> now == 1 ? null : now - 1);
    }
}
