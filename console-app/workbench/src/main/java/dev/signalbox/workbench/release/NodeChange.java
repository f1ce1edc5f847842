// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.protocol.release.StepAddress;
import java.util.List;

/// What a release changes on one node, compared with the release before.
///
/// @param node the device id
/// @param changes steps that go on with another service version, other values or other wires
public record NodeChange(String node, List<StepAddress> starts, List<StepAddress> changes, List<StepAddress> stops) {
    public NodeChange {
        starts = List.copyOf(starts);
        changes = List.copyOf(changes);
        stops = List.copyOf(stops);
    }

    /// Whether nothing changes.
    public boolean isEmpty() {
        return starts.isEmpty() && changes.isEmpty() && stops.isEmpty();
    }
}
