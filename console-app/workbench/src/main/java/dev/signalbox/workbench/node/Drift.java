// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.node;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// In what a node that is there differs from what is assigned to it. What is switched off, waits for the end of a
/// maintenance, or is on its way is no difference; of a node that is away nothing is known.
public final class Drift {
    private static final Set<StepState> RUNS = Set.of(StepState.RUNNING, StepState.STARTING, StepState.RESTARTING);

    private final NodeView node;
    private final NodeReport report;

    private Drift(NodeView node, NodeReport report) {
        this.node = node;
        this.report = report;
    }

    /// A sentence for each difference; empty when it runs what it should.
    public static List<String> of(NodeView node) {
        boolean told =
                node.connected() && node.ordered() != 0 && !node.switches().maintenance();
        return node.report()
                .filter(_ -> told)
                .map(report -> new Drift(node, report).differences())
                .orElse(List.of());
    }

    private List<String> differences() {
        if (report.running() != node.ordered()) {
            return isOnItsWay() ? List.of() : List.of(otherRelease());
        }
        var all = new ArrayList<String>();
        Map<StepAddress, StepReport> reported = report.steps().stream()
                .collect(Collectors.toMap(StepReport::step, Function.identity(), (one, _) -> one));
        for (StepAddress step : node.orderedSteps()) {
            if (!node.switches().keepsOff(step)) {
                difference(step, Optional.ofNullable(reported.get(step))).ifPresent(all::add);
            }
        }
        reported.keySet().stream()
                .filter(step -> !node.orderedSteps().contains(step))
                .map(step -> step + " is there, and is not assigned.")
                .sorted()
                .forEach(all::add);
        return all;
    }

    private boolean isOnItsWay() {
        return report.ordered() == node.ordered()
                && report.state() == ReleaseState.PREPARING
                && report.problem().isEmpty();
    }

    private String otherRelease() {
        String runs = report.running() == 0 ? "It runs no release" : "It runs release " + report.running();
        String why = report.problem().map(Problem::what).map(what -> " " + what).orElse("");
        return runs + ", and release " + node.ordered() + " is assigned." + why;
    }

    private static Optional<String> difference(StepAddress step, Optional<StepReport> told) {
        if (told.isEmpty()) {
            return Optional.of(step + " is assigned, and is not there.");
        }
        StepState state = told.get().state();
        String word =
                state == StepState.QUARANTINED ? "in quarantine" : state.name().toLowerCase(Locale.ROOT);
        return RUNS.contains(state) ? Optional.empty() : Optional.of(step + " is " + word + ".");
    }
}
