// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

/// One message in the outbox.
///
/// @param bag property bag as it stands in the topic, in UTF-8
/// @param payload empty when a file holds it
/// @param largeFile name of the file that holds the payload; empty when `payload` does
/// @param largeBytes size of that file
/// @param expiresAge when it is no longer worth sending, by the age clock; 0 for never
public record Entry(byte[] bag, byte[] payload, String largeFile, long largeBytes, long expiresAge) {
    /// What it takes of the outbox's room.
    public long bytes() {
        return bag.length + payload.length + largeBytes;
    }

    public boolean expired(long ageNow) {
        return expiresAge != 0 && expiresAge <= ageNow;
    }
}
