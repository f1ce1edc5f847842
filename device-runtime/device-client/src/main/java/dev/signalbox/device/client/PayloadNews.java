// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.delivery.Uploads;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.outbox.Queued;

/// Has the link send the message of a payload that is at the hub, and the outbox give up one whose payload is gone.
record PayloadNews(Outbox outbox, Runnable wake) implements Uploads.Told {
    @Override
    public void arrived() {
        wake.run();
    }

    @Override
    public void damaged(Queued message) {
        outbox.damaged(message);
    }
}
