// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.node;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A node as the hub knows it.
///
/// @param lastSeen when it was last connected, empty if never
/// @param ordered release the hub wants it to run; 0 for none
/// @param orderedSteps what of that release it is to run
/// @param report what it last said of itself
/// @param enabled whether it may sign in
public record NodeView(
        DeviceId id,
        boolean connected,
        Optional<Instant> lastSeen,
        Map<String, String> tags,
        long ordered,
        List<StepAddress> orderedSteps,
        Optional<NodeReport> report,
        boolean enabled) {
    public NodeView {
        tags = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(tags));
        orderedSteps = List.copyOf(orderedSteps);
    }

    /// A node that may sign in.
    public NodeView(
            DeviceId id,
            boolean connected,
            Optional<Instant> lastSeen,
            Map<String, String> tags,
            long ordered,
            List<StepAddress> orderedSteps,
            Optional<NodeReport> report) {
        this(id, connected, lastSeen, tags, ordered, orderedSteps, report, true);
    }
}
