// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Messages of one commit and one priority, without the messages themselves.
///
/// @param lane their priority, 0 the highest
/// @param id grows over all lanes
/// @param epoch as on the wire
/// @param firstSequence number of the first message in its epoch; those of the others follow without a gap
/// @param entries how many messages it was made of
/// @param taken so many from the front need not be sent any more
/// @param addedAge when it came, by the age clock
/// @param expiresAge when the last of its messages is no longer worth sending; 0 for never
public record ParcelRow(
        int lane, long id, String epoch, long firstSequence, int entries, int taken, long addedAge, long expiresAge) {
    /// The most messages of a parcel.
    public static final int MOST = 512;

    public ParcelRow with(int nowTaken) {
        return new ParcelRow(lane, id, epoch, firstSequence, entries, nowTaken, addedAge, expiresAge);
    }

    /// Whether the last of its messages said itself that it is no longer worth sending.
    public boolean expired(long ageNow) {
        return expiresAge != 0 && expiresAge <= ageNow;
    }

    /// Whether its messages wait for longer than any may.
    public boolean isTooOld(Optional<Duration> most, long ageNow) {
        return most.isPresent() && addedAge + most.get().toMillis() <= ageNow;
    }

    /// Checks this row, and with it each of its messages' numbers.
    long crc() {
        var crc = new CRC32C();
        crc.update(epoch.getBytes(StandardCharsets.UTF_8));
        var numbers = ByteBuffer.allocate(48);
        numbers.putInt(lane).putLong(id).putLong(firstSequence).putInt(entries).putInt(taken);
        crc.update(numbers.putLong(addedAge).putLong(expiresAge).flip());
        return crc.getValue();
    }

    /// What the check of a message begins with, so that it belongs to one place and number only.
    byte[] address(int index) {
        byte[] name = epoch.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(20 + name.length)
                .putInt(lane)
                .putLong(id)
                .putLong(firstSequence + index)
                .put(name)
                .array();
    }
}
