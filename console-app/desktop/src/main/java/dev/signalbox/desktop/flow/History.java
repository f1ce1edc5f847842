// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What a flow was before the last 200 changes, and what it was before they were taken back.
final class History {
    private static final int MEMORY = 200;

    private final Deque<Flow> before = new ArrayDeque<>();
    private final Deque<Flow> after = new ArrayDeque<>();

    /// The flow is about to change; what was taken back before cannot be done again.
    void changes(Flow was) {
        before.push(was);
        if (before.size() > MEMORY) {
            before.removeLast();
        }
        after.clear();
    }

    /// What it was before the last change; empty when nothing is left to take back.
    Optional<Flow> back(Flow now) {
        return step(before, after, now);
    }

    /// What it was before the last change was taken back.
    Optional<Flow> forth(Flow now) {
        return step(after, before, now);
    }

    private static Optional<Flow> step(Deque<Flow> from, Deque<Flow> to, Flow now) {
        Optional<Flow> found = Optional.ofNullable(from.poll());
        found.ifPresent(ignored -> to.push(now));
        return found;
    }

    void forget() {
        before.clear();
        after.clear();
    }
}
