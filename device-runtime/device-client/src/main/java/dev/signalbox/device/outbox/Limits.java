// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.ParcelRow;
import java.time.Duration;
import java.util.Optional;

/// How much an outbox keeps, and how long.
///
/// @param bytes of all that waits
/// @param age how long a message is worth sending; absent for ever
public record Limits(long bytes, Optional<Duration> age) {
    /// 256 MiB, for ever.
    public static final Limits USUAL = new Limits(256L << 20, Optional.empty());

    boolean expired(ParcelRow row, long ageNow) {
        boolean ownEnd = row.expiresAge() != 0 && row.expiresAge() <= ageNow;
        return ownEnd || tooOld(row, ageNow);
    }

    boolean tooOld(ParcelRow row, long ageNow) {
        return age.isPresent() && row.addedAge() + age.get().toMillis() <= ageNow;
    }
}
