// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Uplink;
import java.util.concurrent.ArrayBlockingQueue;

/// Sends at once or not at all: quality 0, few at a time, and what waits when the connection ends is gone.
public final class QuickLane implements Lane {
    private static final int WAITING = 256;
    private static final int IN_FLIGHT = 64;

    private final ArrayBlockingQueue<Outgoing> queue = new ArrayBlockingQueue<>(WAITING);
    private int inFlight;

    /// Whether there was room; from any thread.
    public boolean offer(Outgoing message) {
        return queue.offer(message);
    }

    @Override
    public void signedIn() {
        queue.clear();
    }

    @Override
    public void pump(Uplink uplink) {
        while (inFlight < IN_FLIGHT) {
            Outgoing message = queue.poll();
            if (message == null) {
                return;
            }
            inFlight++;
            uplink.publish(message.topic(), message.payload(), 0, () -> inFlight--);
        }
    }

    @Override
    public void lost() {
        inFlight = 0;
        queue.clear();
    }
}
