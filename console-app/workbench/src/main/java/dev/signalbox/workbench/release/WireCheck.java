// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks that each wire joins two steps that meet on a node.
final class WireCheck {
    private final List<NodeView> nodes;
    private final Findings findings;

    WireCheck(List<NodeView> nodes, Findings findings) {
        this.nodes = nodes;
        this.findings = findings;
    }

    List<ReleaseManifest.Wire> check(Flow flow) {
        var wires = new ArrayList<ReleaseManifest.Wire>();
        flow.wires().forEach(wire -> check(flow, wire).ifPresent(wires::add));
        return wires;
    }

    private Optional<ReleaseManifest.Wire> check(Flow flow, Flow.Wire wire) {
        Optional<Flow.Step> from = flow.step(wire.from());
        Optional<Flow.Step> to = flow.step(wire.to());
        if (from.isEmpty() || to.isEmpty()) {
            findings.block(PlanProblems.looseEnd(flow, wire));
            return Optional.empty();
        }
        unreadable(wire.condition()).ifPresent(why -> findings.block(PlanProblems.condition(flow, wire, why)));
        if (apart(from.get().assignment(), to.get().assignment())) {
            findings.block(PlanProblems.apart(flow, wire));
        }
        try {
            return Optional.of(new ReleaseManifest.Wire(
                    new StepAddress(flow.name(), from.get().name()),
                    new StepAddress(flow.name(), to.get().name()),
                    wire.condition()));
        } catch (IllegalArgumentException badName) {
            return Optional.empty(); // the step's own check says so
        }
    }

    private static Optional<Problem> unreadable(String condition) {
        try {
            var _ = QueryParser.anyCondition(condition);
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.problem());
        }
    }

    /// Only when both run somewhere: a tag that no node has yet may still bring them together.
    private boolean apart(Assignment from, Assignment to) {
        Set<String> here = reached(from);
        Set<String> there = reached(to);
        return !here.isEmpty() && !there.isEmpty() && here.stream().noneMatch(there::contains);
    }

    /// Named nodes count although the hub may not know them yet.
    private Set<String> reached(Assignment assignment) {
        Set<String> reached = nodes.stream()
                .filter(node -> assignment.reaches(node.id().value(), node.tags()))
                .map(node -> node.id().value())
                .collect(Collectors.toSet());
        reached.addAll(assignment.nodes());
        return reached;
    }
}
