// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.sqlite.SqliteMarks.Checkpoint;

/// Up to where the log is durable.
///
/// @param segment the newest file
/// @param bytes how many bytes of it
record LogEnd(Segment segment, long bytes) {
    LogPlace place() {
        return new LogPlace(segment.number(), bytes);
    }

    Checkpoint checkpoint() {
        return new Checkpoint(segment.number(), bytes);
    }
}
