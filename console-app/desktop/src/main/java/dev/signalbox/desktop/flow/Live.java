// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.workbench.figures.FlowFigures;
import dev.signalbox.workbench.figures.StepFigures;
import dev.signalbox.workbench.figures.WireFigures;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How a flow fares and how busy it is, at one moment.
///
/// @param fares by step, in lower case
/// @param versions of its service that nodes run, by step in lower case
record Live(String flow, Map<String, Fare> fares, Map<String, Set<String>> versions, FlowFigures figures) {
    Fare fare(String step) {
        return fares.getOrDefault(step.toLowerCase(Locale.ROOT), Fare.NOWHERE);
    }

    /// Which version runs, and which one it would be after a release, if that is another.
    ///
    /// @param exact the one that the flow means now
    String version(String step, String exact) {
        Set<String> running = versions.getOrDefault(step.toLowerCase(Locale.ROOT), Set.of());
        if (running.isEmpty() || running.equals(Set.of(exact))) {
            return exact;
        }
        return (running.size() == 1 ? String.join("", running) : "several") + " → " + exact;
    }

    /// Empty for a step that never ran.
    Optional<StepFigures> figures(String step) {
        return figures.step(step);
    }

    /// Empty for a wire that no node has.
    Optional<WireFigures> figures(String from, String to) {
        return figures.wire(from, to);
    }
}
