// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

/// Messages of one frame of the log that follow one another in a channel.
///
/// @param content where the frame's messages begin
public record StoredPlace(long channel, long firstKey, LogPlace content, Received received, Spots spots) {
    /// In ms since 1970.
    ///
    /// @param first when the first of them was received
    /// @param last the latest time at which one of them was
    public record Received(long first, long last) {}

    /// The key after the last.
    public long endKey() {
        return firstKey + spots.count();
    }
}
