// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.workbench.figures.FlowFigures;
import dev.signalbox.workbench.figures.StepFigures;
import dev.signalbox.workbench.figures.WireFigures;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a flow fares and how busy it is, at one moment.
///
/// @param fares by step, in lower case
record Live(String flow, Map<String, Fare> fares, FlowFigures figures) {
    Fare fare(String step) {
        return fares.getOrDefault(step.toLowerCase(Locale.ROOT), Fare.NOWHERE);
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
