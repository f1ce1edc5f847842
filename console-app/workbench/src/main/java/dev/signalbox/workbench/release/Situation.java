// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.ReleaseManifest;
import java.util.List;
import java.util.Optional;

/// What a plan is made from: the workspace as it is now.
///
/// @param made the releases so far
record Situation(List<ServiceSummary> services, List<Flow> flows, List<NodeView> nodes, Made made) {
    Situation {
        services = List.copyOf(services);
        flows = List.copyOf(flows);
        nodes = List.copyOf(nodes);
    }

    /// The release that nodes run.
    Optional<ReleaseManifest> last() {
        return made.inForce();
    }

    /// Its number; 0 for none.
    long lastNumber() {
        return last().map(ReleaseManifest::number).orElse(0L);
    }
}
