// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

import java.util.List;

/// What was typed and the hub has not confirmed, so that the sudden end of a console loses at most a second of it.
/// Thread-safe.
public interface Journal extends AutoCloseable {
    /// The page about that thing; the same one for the same key.
    ///
    /// @param type what to read it as
    <T> JournalEntry<T> entry(JournalKey key, Class<T> type);

    /// What was typed before this console was started, waiting for the disk.
    List<JournalKey> waiting(String kind);

    /// Has all on disk that was to be written.
    @Override
    void close();

    /// Writes nothing down.
    static Journal none() {
        return new NoJournal();
    }
}
