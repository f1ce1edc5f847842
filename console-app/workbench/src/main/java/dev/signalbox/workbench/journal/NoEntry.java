// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

import dev.signalbox.protocol.report.Problem;

/// Writes nothing down.
record NoEntry<T>() implements JournalEntry<T> {
    @Override
    public void keep(Unsaved<T> unsaved) {}

    @Override
    public void settle() {}

    @Override
    public void confirmed(T mine) {}

    @Override
    public void forget() {}

    @Override
    public Found<T> found() {
        return Found.nothing();
    }

    @Override
    public Problem putAside() {
        return JournalProblems.nothingKept();
    }
}
