// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.rollout.NodeOutcome;
import dev.signalbox.operator.rollout.RolloutTally;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rollouts, and how their nodes fare.
public interface RolloutRecords {
    /// Newest first.
    List<StoredRollout> all();

    Optional<StoredRollout> find(long release);

    /// The one that is neither halted nor done.
    Optional<StoredRollout> open();

    /// Number of the newest release that is not of a rollout which is open or was halted; 0 for none.
    long base();

    /// Adds or replaces.
    void put(StoredRollout rollout);

    /// Adds nodes, by their places in the order in which they get it. One that is there stays.
    void add(long release, Map<DeviceId, Long> places, Instant now);

    /// How this node fares; empty if the release changes nothing on it.
    Optional<NodeOutcome> outcome(long release, DeviceId device);

    RolloutTally tally(long release);

    /// Those that fare so, by their places.
    List<StoredRolloutNode> nodes(long release, NodeOutcome outcome);

    /// When a node last came to fare otherwise; empty while all wait.
    Optional<Instant> lastChange(long release);

    /// One that is not there is passed over.
    void set(long release, StoredRolloutNode node);

    /// The device is no more. What it told of a rollout that goes on still counts; nothing waits for it.
    void forget(DeviceId device);
}
