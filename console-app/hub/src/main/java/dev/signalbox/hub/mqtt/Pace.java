// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import java.util.concurrent.TimeUnit;

/// Lets through a thousand at once and then twenty a second: far more pings and subscriptions than a client has reason
/// to send, and too few to fill the memory with answers that nobody reads. Only the connection's thread uses it.
final class Pace {
    private static final double AT_ONCE = 1000;
    private static final double A_SECOND = 20;

    private double room = AT_ONCE;
    private long lastNanos = System.nanoTime();

    /// @param answers how many answers it asks for at once
    boolean allows(int answers) {
        long now = System.nanoTime();
        room = Math.min(AT_ONCE, room + A_SECOND * (now - lastNanos) / TimeUnit.SECONDS.toNanos(1));
        lastNanos = now;
        room -= answers;
        return room >= 0;
    }
}
