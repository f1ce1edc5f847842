// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.protocol.release.Assignment;
import java.util.TreeMap;

/// The ways one step of a flow can change.
final class StepEdits {
    private StepEdits() {}

    /// With a value for a property; an empty one is taken away.
    static Flow property(Flow flow, String step, String property, String value) {
        return FlowEdits.change(flow, step, s -> {
            var values = new TreeMap<>(s.properties());
            if (value.isEmpty()) {
                values.remove(property);
            } else {
                values.put(property, value);
            }
            return new Step(s.name(), s.service(), s.version(), values, s.assignment(), s.x(), s.y());
        });
    }

    static Flow version(Flow flow, String step, String version) {
        return FlowEdits.change(
                flow,
                step,
                s -> new Step(s.name(), s.service(), version, s.properties(), s.assignment(), s.x(), s.y()));
    }

    static Flow assignment(Flow flow, String step, Assignment assignment) {
        return FlowEdits.change(
                flow,
                step,
                s -> new Step(s.name(), s.service(), s.version(), s.properties(), assignment, s.x(), s.y()));
    }
}
