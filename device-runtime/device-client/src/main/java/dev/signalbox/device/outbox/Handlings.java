// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.util.ArrayList;
import java.util.List;

/// What the program did with messages from the cloud and is not recorded yet. For the committing thread alone.
final class Handlings {
    private final List<Long> attempts = new ArrayList<>();
    private final List<Work.Handled> handled = new ArrayList<>();

    void attempted(Work.Attempted work) {
        attempts.add(work.arrival());
    }

    void handled(Work.Handled work) {
        handled.add(work);
    }

    boolean isEmpty() {
        return attempts.isEmpty() && handled.isEmpty();
    }

    boolean mayBeLost() {
        return handled.isEmpty();
    }

    List<Long> attempts() {
        return List.copyOf(attempts);
    }

    List<Long> handled() {
        return handled.stream().map(Work.Handled::arrival).toList();
    }

    void recorded(Telling telling) {
        handled.forEach(work -> telling.done(work.done()));
        handled.clear();
        attempts.clear();
    }

    /// No commit comes any more.
    void fail(Telling telling, Throwable why) {
        handled.forEach(work -> telling.fail(work.done(), why));
        handled.clear();
        attempts.clear();
    }
}
