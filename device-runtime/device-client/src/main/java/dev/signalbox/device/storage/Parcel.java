// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.util.List;
import java.util.Optional;

/// Messages of one commit and one priority, as they were found.
///
/// @param entries one for each of the row's, empty where it is damaged
public record Parcel(ParcelRow row, List<Optional<Entry>> entries) {
    /// Of those messages that can be read, without payloads in files.
    long payloadBytes() {
        return entries.stream()
                .flatMap(Optional::stream)
                .mapToLong(entry -> entry.payload().length)
                .sum();
    }
}
