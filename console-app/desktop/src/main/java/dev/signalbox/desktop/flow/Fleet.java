// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Beat;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleLongProperty;

/// The nodes as last heard of: which ones an assignment reaches, and how steps fare on them.
final class Fleet {
    private final Map<String, NodeView> nodes = new TreeMap<>();
    private final LongProperty heard = new SimpleLongProperty();
    private final Beat beat;

    Fleet(OnFx fx) {
        beat = new Beat(fx, this::tell);
    }

    void hear(NodeView node) {
        nodes.put(node.id().value(), node);
        beat.ask();
    }

    void gone(String node) {
        nodes.remove(node);
        beat.ask();
    }

    /// Lets those who show how steps fare look again.
    void tell() {
        heard.set(heard.get() + 1);
    }

    /// Grows with changes, twice a second at most.
    ReadOnlyLongProperty heard() {
        return heard;
    }

    long reached(Assignment assignment) {
        return nodes.values().stream()
                .filter(node -> assignment.reaches(node.id().value(), node.tags()))
                .count();
    }

    /// How the steps of a flow fare, by name in lower case; one that no node is to run is not among them.
    Map<String, Fare> fares(String flow) {
        Map<String, Fare> fares = new HashMap<>();
        for (NodeView node : nodes.values()) {
            states(node).forEach((step, state) -> {
                if (step.flow().equalsIgnoreCase(flow)) {
                    fares.merge(
                            step.step().toLowerCase(Locale.ROOT),
                            add(Fare.NOWHERE, state),
                            (known, one) -> add(known, state));
                }
            });
        }
        return fares;
    }

    /// Which versions of its service each step of a flow has on nodes that are connected, by name in lower case.
    Map<String, Set<String>> versions(String flow) {
        return nodes.values().stream()
                .filter(NodeView::connected)
                .flatMap(node -> node.report().stream())
                .flatMap(report -> report.steps().stream())
                .filter(step -> step.step().flow().equalsIgnoreCase(flow))
                .collect(Collectors.groupingBy(
                        step -> step.step().step().toLowerCase(Locale.ROOT),
                        Collectors.mapping(step -> step.version().toString(), Collectors.toSet())));
    }

    private static Fare add(Fare known, Optional<StepState> state) {
        return state.map(known::and).orElseGet(known::andOffline);
    }

    /// A step that is ordered and not reported yet is about to start; of a node that is not connected nothing is known.
    private static Map<StepAddress, Optional<StepState>> states(NodeView node) {
        Map<StepAddress, Optional<StepState>> states = new HashMap<>();
        Optional<StepState> unknown = node.connected() ? Optional.of(StepState.STARTING) : Optional.empty();
        node.orderedSteps().forEach(step -> states.put(step, unknown));
        if (node.connected()) {
            node.report()
                    .map(NodeReport::steps)
                    .orElse(List.of())
                    .forEach(report -> states.put(report.step(), Optional.of(report.state())));
        }
        return states;
    }

    /// Each node that has the step or is to have it, worst first.
    List<StepOnNode> on(String flow, String step) {
        return nodes.values().stream()
                .flatMap(node -> states(node).entrySet().stream()
                        .filter(one -> one.getKey().flow().equalsIgnoreCase(flow)
                                && one.getKey().step().equalsIgnoreCase(step))
                        .map(one -> new StepOnNode(
                                node.id().value(), one.getKey(), one.getValue(), problem(node, one.getKey()))))
                .sorted(StepOnNode.WORST_FIRST)
                .toList();
    }

    private static Optional<Problem> problem(NodeView node, StepAddress step) {
        return node.report().stream()
                .filter(report -> node.connected())
                .flatMap(report -> report.steps().stream())
                .filter(report -> report.step().equals(step))
                .findFirst()
                .flatMap(StepReport::problem);
    }
}
