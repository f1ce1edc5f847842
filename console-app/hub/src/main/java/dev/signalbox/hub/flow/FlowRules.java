// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// What a flow must look like to be stored. It need not be complete: that is asked when it is released.
final class FlowRules {
    private static final int LARGEST = 1024 * 1024;

    private FlowRules() {}

    static void check(Flow flow) {
        if (Json.write(flow).length > LARGEST) {
            throw new ProblemException(FlowProblems.tooLarge(flow.name()));
        }
        Set<String> names = new HashSet<>();
        names.add("");
        address(flow, "step");
        for (Flow.Step step : flow.steps()) {
            address(flow, step.name());
            if (!names.add(step.name().toLowerCase(Locale.ROOT))) {
                throw new ProblemException(FlowProblems.refused(flow.name(), "two steps are called " + step.name()));
            }
        }
        for (Flow.Wire wire : flow.wires()) {
            if (flow.step(wire.from()).isEmpty() || flow.step(wire.to()).isEmpty()) {
                throw new ProblemException(FlowProblems.refused(
                        flow.name(), "the wire from " + wire.from() + " to " + wire.to() + " has a loose end"));
            }
        }
        flow.notes().forEach(note -> check(flow, note));
    }

    private static void check(Flow flow, Flow.Note note) {
        if (note.text() == null || note.text().isBlank() || note.text().length() > Flow.Note.LONGEST) {
            throw new ProblemException(
                    FlowProblems.refused(flow.name(), "a note has 1 to %,d characters".formatted(Flow.Note.LONGEST)));
        }
    }

    private static StepAddress address(Flow flow, String step) {
        try {
            return new StepAddress(flow.name(), step);
        } catch (IllegalArgumentException bad) {
            throw new ProblemException(
                    FlowProblems.refused(
                            flow.name(), String.valueOf(bad.getMessage()).toLowerCase(Locale.ROOT)),
                    bad);
        }
    }
}
