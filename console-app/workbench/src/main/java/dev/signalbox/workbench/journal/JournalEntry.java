// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

import dev.signalbox.protocol.report.Problem;

/// The journal's page about one thing. Thread-safe; that it cannot be written is logged and stops nobody.
///
/// @param <T> a value with an etag
public interface JournalEntry<T> {
    /// Has it on disk within half a second. Returns at once; of several in a row the last counts.
    void keep(Unsaved<T> unsaved);

    /// Has it on disk when it returns.
    void settle();

    /// The hub has this: forgets it, unless something else was kept since.
    void confirmed(T mine);

    /// The person gave it up.
    void forget();

    /// Reads what was written down, waiting for the disk. What cannot be read is put aside.
    Found<T> found();

    /// Its thing is gone from the hub: puts what was written down into a file that nobody takes up by itself.
    ///
    /// @return what to tell the person
    Problem putAside();

    /// A page of nothing, for what is not written down.
    static <T> JournalEntry<T> none() {
        return new NoEntry<>();
    }
}
