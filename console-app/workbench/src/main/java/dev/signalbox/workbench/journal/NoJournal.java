// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

import java.util.List;

/// Writes nothing down.
record NoJournal() implements Journal {
    @Override
    public <T> JournalEntry<T> entry(JournalKey key, Class<T> type) {
        return JournalEntry.none();
    }

    @Override
    public List<JournalKey> waiting(String kind) {
        return List.of();
    }

    @Override
    public void close() {}
}
