// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.sqlite.SqliteMarks.Checkpoint;

/// Up to where the log is durable.
///
/// @param segment the newest file
/// @param bytes how many bytes of it
record LogEnd(Segment segment, long bytes) {
    /// After all of a file that is not gone on with.
    LogPlace place() {
        return new LogPlace(segment.number(), segment.isNone() ? Long.MAX_VALUE : bytes);
    }

    Checkpoint checkpoint() {
        return new Checkpoint(segment.number(), bytes);
    }
}
