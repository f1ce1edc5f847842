// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.stream;

import dev.signalbox.protocol.identity.DeviceId;
import java.util.Optional;

/// Which messages of a stream to look for.
///
/// @param from the key to look from, on to newer ones
/// @param most so many of them, at most
/// @param device of this one only
/// @param text what stands in the device's id, a property or the payload, without regard to case; empty for any
public record MessageSearch(long from, int most, Optional<DeviceId> device, String text) {
    /// All, from the oldest that is kept.
    public static MessageSearch all(int most) {
        return new MessageSearch(0, most, Optional.empty(), "");
    }

    public MessageSearch from(long key) {
        return new MessageSearch(key, most, device, text);
    }
}
