// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.message;

import java.time.Duration;
import java.util.Optional;

/// How a sender's messages are treated on their way.
///
/// @param life how long a message is worth sending; absent for as long as the outbox keeps any
public record Handling(Compression compression, Priority priority, WhenFull whenFull, Optional<Duration> life) {
    /// Uncompressed, of normal priority, refused when the outbox is full, for ever.
    public static final Handling USUAL =
            new Handling(Compression.UNCOMPRESSED, Priority.NORMAL, WhenFull.REFUSE, Optional.empty());

    public Handling {
        if (life.isPresent() && !life.get().isPositive()) {
            throw new IllegalArgumentException("The life of a message is positive");
        }
    }

    public Handling with(Compression other) {
        return new Handling(other, priority, whenFull, life);
    }

    public Handling with(Priority other) {
        return new Handling(compression, other, whenFull, life);
    }

    public Handling with(WhenFull other) {
        return new Handling(compression, priority, other, life);
    }

    public Handling with(Duration other) {
        return new Handling(compression, priority, whenFull, Optional.of(other));
    }
}
