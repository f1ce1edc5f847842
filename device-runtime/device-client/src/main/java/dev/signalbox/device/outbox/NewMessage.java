// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.Entry;
import java.time.Duration;
import java.util.Optional;

/// A message to be kept until the hub has it.
///
/// @param lane its priority: 0 goes before 1, 1 before 2
/// @param bag property bag as it stands in the topic, in UTF-8
/// @param payload not copied; empty when a file holds it
/// @param largeFile name of the file in the folder `large` that holds the payload, synced already; empty for none
/// @param largeBytes the size of that file
/// @param life how long it is worth sending; absent for as long as the outbox keeps any
/// @param givesWay whether the oldest of its priority are given up for it when the outbox is full
public record NewMessage(
        int lane,
        byte[] bag,
        byte[] payload,
        String largeFile,
        long largeBytes,
        Optional<Duration> life,
        boolean givesWay) {
    /// How many priorities there are.
    public static final int LANES = 3;

    /// The priority of whoever asks for none.
    public static final int NORMAL = 1;

    public NewMessage {
        if (lane < 0 || lane >= LANES) {
            throw new IllegalArgumentException("A message has priority 0, 1 or 2");
        }
    }

    /// Of the usual priority, for ever, and refused when the outbox is full.
    public static NewMessage of(byte[] bag, byte[] payload) {
        return new NewMessage(NORMAL, bag, payload, "", 0, Optional.empty(), false);
    }

    Entry entry(long ageNow) {
        long expires = life.map(span -> Math.max(1, ageNow + span.toMillis())).orElse(0L);
        return new Entry(bag, payload, largeFile, largeBytes, expires);
    }

    long bytes() {
        return bag.length + payload.length + largeBytes;
    }
}
