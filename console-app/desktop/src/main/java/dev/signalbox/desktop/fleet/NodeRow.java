// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.Tags;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.AppReport;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.workbench.node.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A node in words: what a row and the pane beside it say.
record NodeRow(NodeView node) {
    String id() {
        return node.id().value();
    }

    /// The programs that are joined to it, as it last said.
    List<AppReport> apps() {
        return node.report().map(NodeReport::apps).orElse(List.of());
    }

    String tags() {
        return Tags.write(node.tags());
    }

    Lamp.State lamp() {
        if (!node.connected()) {
            return Lamp.State.DARK;
        }
        if (troubled()) {
            return Lamp.State.DANGER;
        }
        return onItsWay() ? Lamp.State.CAUTION : Lamp.State.CLEAR;
    }

    private boolean troubled() {
        return node.report()
                .filter(report -> report.state() == ReleaseState.REFUSED
                        || report.state() == ReleaseState.FELL_BACK
                        || report.steps().stream().anyMatch(step -> step.state() == StepState.QUARANTINED))
                .isPresent();
    }

    private boolean onItsWay() {
        return running() != node.ordered()
                || node.switches().maintenance()
                || steps().stream()
                        .anyMatch(step -> step.state() != StepState.RUNNING
                                && !node.switches().keepsOff(step.step()));
    }

    /// In what it differs from what is assigned to it.
    List<String> drift() {
        return Drift.of(node);
    }

    /// Whether an operator disabled this very step here.
    boolean isDisabled(StepAddress step) {
        return node.switches().steps().contains(step);
    }

    /// What the node's state is, in one or two words.
    String state() {
        if (!node.connected()) {
            return node.lastSeen().isPresent() ? "offline" : "never seen";
        }
        if (node.switches().maintenance()) {
            return "maintenance";
        }
        if (node.switches().node()) {
            return "disabled";
        }
        if (node.report().isEmpty()) {
            return "signed in";
        }
        ReleaseState state = node.report().get().state();
        if (steps().stream().anyMatch(step -> step.state() == StepState.QUARANTINED)) {
            return "step quarantined";
        }
        return node.ordered() == 0 ? "no release" : words(state);
    }

    private static String words(ReleaseState state) {
        return switch (state) {
            case PREPARING -> "preparing";
            case TRIAL -> "on trial";
            case SETTLED -> "settled";
            case REFUSED -> "refused";
            case FELL_BACK -> "fell back";
        };
    }

    /// The release that runs; 0 for none.
    long running() {
        return node.report().map(NodeReport::running).orElse(0L);
    }

    /// The release that runs, and the one wanted when that is another.
    String release() {
        String runs = running() == 0 ? "none" : Long.toString(running());
        return node.ordered() == running() ? runs : runs + " \u2192 " + node.ordered();
    }

    List<StepReport> steps() {
        return node.report().map(NodeReport::steps).orElse(List.of());
    }

    /// What operators have switched off here, in a sentence; empty when nothing is.
    String switchedOff() {
        Switches off = node.switches();
        var words = new ArrayList<String>();
        if (off.maintenance()) {
            words.add("in maintenance: no step runs, releases wait");
        }
        if (off.node()) {
            words.add("the node is disabled: no step runs");
        }
        off.flows().forEach(flow -> words.add("flow " + flow + " is disabled"));
        if (!off.steps().isEmpty()) {
            words.add(
                    off.steps().size() == 1 ? "1 step is disabled" : off.steps().size() + " steps are disabled");
        }
        return String.join("; ", words);
    }

    /// How many steps run, of how many.
    String stepsRunning() {
        long run = steps().stream()
                .filter(step -> step.state() == StepState.RUNNING)
                .count();
        long wanted = Math.max(steps().size(), node.orderedSteps().size());
        return wanted == 0 ? "\u2013" : run + " of " + wanted;
    }

    long waiting() {
        return node.report().map(NodeReport::outboxWaiting).orElse(0L);
    }

    /// Whether a person looking for these words means this node. All must be found.
    boolean matches(String words) {
        String whole = (id() + " " + tags() + " " + state()).toLowerCase(Locale.ROOT);
        return words.isBlank()
                || List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                        .allMatch(whole::contains);
    }
}
