// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.live;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.operator.stream.LiveMessages;
import dev.signalbox.operator.stream.StreamRate;
import java.util.List;
import java.util.function.Consumer;

/// What the hub tells by itself. Each feed has a thread of its own, on which it calls; it connects again by itself and
/// goes on where it was. Closing ends it; nothing is called after that returns, but for a call under way.
public interface Feeds {
    /// Log lines as they arrive, in bundles; first those the hub still holds.
    AutoCloseable logs(Consumer<List<LogEvent>> lines);

    /// All nodes at first, then each that changes.
    AutoCloseable nodes(NodeWatcher watcher);

    /// What nodes count: of all nodes at first, then of each that tells more, twice a second at most.
    AutoCloseable figures(Consumer<FiguresNews> news);

    /// All devices that wait to be let in, or were decided within the last day, at first; then each that changes.
    AutoCloseable operations(OperationWatcher watcher);

    /// `services`, `flows`, `releases`, `jobs` or `queries` when something of these changed; all of them after a lost
    /// link is back.
    AutoCloseable changes(Consumer<String> what);

    /// How busy streams are, each second; of those that got anything since the hub started.
    AutoCloseable rates(Consumer<List<StreamRate>> rates);

    /// Messages of a stream as they come, twice a second; the newest only when many come.
    ///
    /// @param stream its number
    AutoCloseable messages(long stream, Consumer<LiveMessages> messages);

    /// Whether the hub can be reached: once at the beginning, then at each change.
    AutoCloseable connection(Consumer<Boolean> up);
}
