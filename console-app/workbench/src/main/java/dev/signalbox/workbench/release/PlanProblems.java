// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.editing.Mark;

/// What can stand in the way of a release, and what is only odd.
final class PlanProblems {
    private PlanProblems() {}

    static Problem doesNotCompile(ServiceDraft draft, Mark mark) {
        return new Problem(
                "release.does-not-compile",
                draft.fileName() + ":" + mark.line() + ":" + mark.column() + ": error: " + mark.message(),
                "Mend it in the editor.");
    }

    static Problem packages(ServiceDraft draft, Problem why) {
        return new Problem(
                why.code(), "Service " + draft.name() + " " + draft.version() + ": " + why.what(), why.remedy());
    }

    static Problem tooMuch(ServiceDraft draft, IllegalArgumentException why) {
        return new Problem(
                "release.packages-too-many",
                "Service " + draft.name() + " " + draft.version() + ": " + why.getMessage() + ".",
                "Ask for fewer or smaller packages.");
    }

    static Problem forOneKind(ServiceDraft draft, LockedPackage one) {
        return new Problem(
                "release.package-for-one-kind",
                "Service " + draft.name() + " " + draft.version() + " brings along " + one.file()
                        + ", which fits only nodes of the same kind as this machine.",
                "Release if all its nodes are; others refuse the release.");
    }

    static Problem packageGone(String coordinates) {
        return new Problem(
                "release.package-gone",
                "The package " + coordinates + " is not on this machine any more.",
                "Look at the plan again, which fetches it, and release anew.");
    }

    static Problem unknownService(Flow flow, Flow.Step step) {
        return new Problem(
                "release.unknown-service",
                where(flow, step) + " runs service " + step.service() + ", which does not exist.",
                "Choose another service for it, or write that one.");
    }

    static Problem unknownVersion(Flow flow, Flow.Step step) {
        return new Problem(
                "release.unknown-version",
                where(flow, step) + " is locked to " + step.service() + " " + step.version()
                        + ", which does not exist.",
                "Choose a version that does, or latest.");
    }

    static Problem empty(Flow flow, Flow.Step step, PropertyDefinition property) {
        return new Problem(
                "release.property-empty",
                where(flow, step) + " has no value for " + property.name() + " (" + property.id()
                        + "), which is mandatory.",
                "Give it one in the flow.");
    }

    static Problem wrongType(Flow flow, Flow.Step step, PropertyDefinition property) {
        String wanted = property.type() == PropertyDefinition.Type.NUMBER ? "a number" : "true or false";
        return new Problem(
                "release.property-mistyped",
                where(flow, step) + " has a value for " + property.name() + " (" + property.id() + ") that is not "
                        + wanted + ".",
                "Mend it in the flow.");
    }

    static Problem openSecret(Flow flow, Flow.Step step, PropertyDefinition property) {
        return new Problem(
                "release.secret-in-the-open",
                where(flow, step) + " has " + property.name() + " (" + property.id() + ") as readable text.",
                "Type the secret again in the flow, so that it is kept as one.");
    }

    static Problem badName(Flow flow, String step) {
        return new Problem(
                "release.bad-name",
                "Flow " + flow.name() + " has a step called \"" + step + "\", which cannot be an address.",
                "Use letters, digits, - _ and . , a letter or digit first.");
    }

    static Problem sameName(Flow flow, Flow.Step step) {
        return new Problem(
                "release.step-twice",
                "Flow " + flow.name() + " has two steps called " + step.name() + ".",
                "Give one another name; capitals make no difference.");
    }

    static Problem condition(Flow flow, Flow.Wire wire, Problem why) {
        return new Problem(
                "release.bad-condition",
                wire(flow, wire) + " has a condition that cannot be read: " + why.what(),
                "Select the wire in the flow and mend its condition, or leave it empty.");
    }

    static Problem looseEnd(Flow flow, Flow.Wire wire) {
        return new Problem(
                "release.loose-wire", wire(flow, wire) + " ends at a step that does not exist.", "Draw it again.");
    }

    static Problem apart(Flow flow, Flow.Wire wire) {
        return new Problem(
                "release.wire-between-nodes",
                wire(flow, wire) + " joins steps that never run on the same node.",
                "Assign both to one node, or join them with a stream: submitMessage here, a receiver there.");
    }

    static Problem nowhere(Flow flow, Flow.Step step) {
        return new Problem(
                "release.step-nowhere",
                where(flow, step) + " is assigned to no node and no tag, so it will not run.",
                "Assign it, or leave it for later.");
    }

    private static String where(Flow flow, Flow.Step step) {
        return "Step " + flow.name() + "/" + step.name();
    }

    private static String wire(Flow flow, Flow.Wire wire) {
        return "The wire from " + flow.name() + "/" + wire.from() + " to " + flow.name() + "/" + wire.to();
    }

    static Problem sourceChanged(ReleaseManifest.Service service) {
        return new Problem(
                "release.source-changed",
                "The source of " + service.name() + " " + service.version()
                        + " at the hub is not the one that was signed.",
                "Do not sign. Take the release back, and have it made anew.");
    }
}
