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
/// @param last the release in force
record Situation(
        List<ServiceSummary> services, List<Flow> flows, List<NodeView> nodes, Optional<ReleaseManifest> last) {
    Situation {
        services = List.copyOf(services);
        flows = List.copyOf(flows);
        nodes = List.copyOf(nodes);
    }

    long lastNumber() {
        return last.map(ReleaseManifest::number).orElse(0L);
    }
}
