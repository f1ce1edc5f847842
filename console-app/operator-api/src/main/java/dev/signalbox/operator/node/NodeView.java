// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.node;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.NodeReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A node as the hub knows it.
///
/// @param lastSeen when it was last connected, empty if never
/// @param ordered release the hub wants it to run; 0 for none
/// @param orderedSteps what of that release it is to run
/// @param report what it last said of itself
/// @param enabled whether it may sign in
/// @param switches what of it operators have switched off, flows among them
public record NodeView(
        DeviceId id,
        boolean connected,
        Optional<Instant> lastSeen,
        Map<String, String> tags,
        long ordered,
        List<StepAddress> orderedSteps,
        Optional<NodeReport> report,
        boolean enabled,
        Switches switches) {
    public NodeView {
        switches = Objects.requireNonNullElse(switches, Switches.ALL_ON);
        tags = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(tags));
        orderedSteps = List.copyOf(orderedSteps);
    }

    /// A node on which nothing is switched off.
    public NodeView(
            DeviceId id,
            boolean connected,
            Optional<Instant> lastSeen,
            Map<String, String> tags,
            long ordered,
            List<StepAddress> orderedSteps,
            Optional<NodeReport> report,
            boolean enabled) {
        this(id, connected, lastSeen, tags, ordered, orderedSteps, report, enabled, Switches.ALL_ON);
    }

    /// A node that may sign in and on which all runs.
    public NodeView(
            DeviceId id,
            boolean connected,
            Optional<Instant> lastSeen,
            Map<String, String> tags,
            long ordered,
            List<StepAddress> orderedSteps,
            Optional<NodeReport> report) {
        this(id, connected, lastSeen, tags, ordered, orderedSteps, report, true, Switches.ALL_ON);
    }
}
