// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.operator.device.MessageQueue;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;

/// A message to a device, and how it stands.
///
/// @param text empty when it was not sent from this page
record SentLine(DeviceId device, String messageId, String text, Instant at, boolean asked, Fate fate, String words) {
    /// How it stands with a message.
    enum Fate {
        WAITING,
        DELIVERED,
        LOST,
        UNKNOWN
    }

    /// What the hub says of it by now.
    SentLine after(MessageQueue queue) {
        List<MessageQueue.Waiting> waiting = queue.waiting();
        for (var one : waiting) {
            if (one.messageId().equals(messageId)) {
                return with(Fate.WAITING, waits(one));
            }
        }
        for (var one : queue.outcomes().reversed()) {
            if (one.messageId().equals(messageId)) {
                return ended(one.result());
            }
        }
        return fate == Fate.WAITING ? with(Fate.UNKNOWN, "left the queue; " + silence()) : this;
    }

    /// How one that waits stands.
    static String waits(MessageQueue.Waiting one) {
        return one.deliveries() == 0
                ? "waits for the device"
                : "given to the device " + one.deliveries() + "×, not acknowledged yet";
    }

    private String silence() {
        return asked ? "a back end took its outcome" : "no outcome was asked for";
    }

    private SentLine ended(String result) {
        return switch (result) {
            case "Success" -> with(Fate.DELIVERED, "delivered");
            case "Expired" -> with(Fate.LOST, "expired before the device took it");
            case "DeliveryCountExceeded" -> with(Fate.LOST, "given up: the device never acknowledged it");
            case "Purged" -> with(Fate.LOST, "purged");
            default -> with(Fate.UNKNOWN, result);
        };
    }

    private SentLine with(Fate now, String says) {
        return new SentLine(device, messageId, text, at, asked, now, says);
    }
}
