// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.LogPlace;
import java.util.Optional;

/// Messages that were written together, or what stands where there should be some.
///
/// @param start where it begins
/// @param end where the next one begins
/// @param messages valid until the next frame is asked for; empty if what stands there is not what was written
public record LogFrame(LogPlace start, LogPlace end, Optional<RawMessages> messages) {
    /// Where its messages begin.
    public LogPlace content() {
        return new LogPlace(start.segment(), start.bytes() + Frame.HEAD);
    }
}
