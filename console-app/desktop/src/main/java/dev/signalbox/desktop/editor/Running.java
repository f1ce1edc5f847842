// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How services fare on the nodes that are connected.
final class Running {
    private final Map<String, List<StepReport>> steps = new HashMap<>();

    void hear(NodeView node) {
        String id = node.id().value();
        if (node.connected()) {
            steps.put(id, node.report().map(NodeReport::steps).orElse(List.of()));
        } else {
            steps.remove(id);
        }
    }

    void gone(String node) {
        steps.remove(node);
    }

    /// How many steps of the service run.
    long well(String service) {
        return of(service).filter(step -> step.state() == StepState.RUNNING).count();
    }

    /// How many steps of the service are restarting or quarantined.
    long ill(String service) {
        return of(service)
                .filter(step -> step.state() == StepState.RESTARTING || step.state() == StepState.QUARANTINED)
                .count();
    }

    private Stream<StepReport> of(String service) {
        return steps.values().stream()
                .flatMap(List::stream)
                .filter(step -> step.service().equals(service));
    }
}
