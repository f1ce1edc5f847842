// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Makes UUIDv7 (RFC 9562): 48 bits of time in milliseconds, then random bits.
public final class MessageIds {
    private MessageIds() {}

    public static String next() {
        var random = ThreadLocalRandom.current();
        long high = (System.currentTimeMillis() << 16) | 0x7000 | random.nextInt(0x1000);
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
