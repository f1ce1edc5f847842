// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleLongProperty;

/// The nodes as last heard of: which ones an assignment reaches, and how a step fares on them.
final class Fleet {
    private final Map<String, NodeView> nodes = new TreeMap<>();
    private final LongProperty heard = new SimpleLongProperty();

    void hear(NodeView node) {
        nodes.put(node.id().value(), node);
        tell();
    }

    void gone(String node) {
        nodes.remove(node);
        tell();
    }

    /// Lets those who show how steps fare look again.
    void tell() {
        heard.set(heard.get() + 1);
    }

    /// Grows with each change.
    ReadOnlyLongProperty heard() {
        return heard;
    }

    long reached(Assignment assignment) {
        return nodes.values().stream()
                .filter(node -> assignment.reaches(node.id().value(), node.tags()))
                .count();
    }

    Fare fare(StepAddress step) {
        List<StepState> states = nodes.values().stream()
                .filter(NodeView::connected)
                .flatMap(node -> node.report().stream())
                .flatMap(report -> report.steps().stream())
                .filter(report -> report.step().equals(step))
                .map(StepReport::state)
                .toList();
        return new Fare(
                count(states, StepState.RUNNING),
                count(states, StepState.RESTARTING),
                count(states, StepState.QUARANTINED),
                count(states, StepState.STARTING));
    }

    private static long count(List<StepState> states, StepState wanted) {
        return states.stream().filter(wanted::equals).count();
    }
}
