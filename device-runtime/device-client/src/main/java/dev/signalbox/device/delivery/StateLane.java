// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Uplink;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sends the latest state: a newer one replaces one that has not left, and after each sign-in it is sent again.
public final class StateLane implements Lane {
    private final AtomicReference<@Nullable Outgoing> latest = new AtomicReference<>();
    private @Nullable Outgoing sent;
    private boolean inFlight;

    /// From any thread.
    public void offer(Outgoing state) {
        latest.set(state);
    }

    @Override
    public void signedIn() {
        sent = null;
    }

    @Override
    public void pump(Uplink uplink) {
        Outgoing state = latest.get();
        if (!inFlight && state != null && state != sent) {
            sent = state;
            inFlight = true;
            uplink.publish(state.topic(), state.payload(), 1, () -> inFlight = false);
        }
    }

    @Override
    public void lost() {
        inFlight = false;
        sent = null;
    }
}
