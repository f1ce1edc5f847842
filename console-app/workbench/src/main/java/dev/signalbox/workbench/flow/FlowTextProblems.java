// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.protocol.report.Problem;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/// What can go wrong with a flow as text.
public final class FlowTextProblems {
    private FlowTextProblems() {}

    static Problem tooLong() {
        return new Problem(
                "flow.text-too-long",
                "The text has more than 1048576 characters, more than any flow.",
                "Take the file of one flow, or select fewer steps.");
    }

    static Problem noFlow() {
        return new Problem(
                "flow.text-no-flow",
                "The text is no flow.",
                "Take what Export wrote or what was copied from a flow: JSON with name, steps and wires.");
    }

    static Problem malformed(JacksonException why) {
        var at = why.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new Problem(
                "flow.text-malformed", "The text is no flow: it is no JSON" + where + ".", "Correct it there.");
    }

    static Problem otherFormat(String format) {
        return new Problem(
                "flow.text-format",
                "The flow is written in format " + format + "; this program knows format " + FlowText.FORMAT + ".",
                "Use a newer program, or export the flow with this version.");
    }

    static Problem wrong(String at, String why) {
        return new Problem(
                "flow.text-wrong", "The flow cannot be read at " + at + ": " + why + ".", "Correct it there.");
    }

    /// What the hub lacks for steps to be released.
    public static Problem servicesNotKnown(String flow, List<Flow.Step> steps) {
        String which = steps.stream()
                .limit(5)
                .map(step -> step.service() + " (step " + step.name() + ")")
                .collect(Collectors.joining(", "));
        String more = steps.size() > 5 ? " and " + (steps.size() - 5) + " more" : "";
        return new Problem(
                "flow.services-not-known",
                "Flow " + flow + " has steps with services that the hub does not know: " + which + more + ".",
                "Bring these services to the hub before the flow is released, or give the steps others.");
    }
}
