// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.operator.release.SecretReference;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;

/// What can go wrong with releases.
final class ReleaseProblems {
    private static final String AGAIN = "Look at the plan again and release anew.";

    private ReleaseProblems() {}

    static Problem notKnown(long number) {
        return new Problem("release.not-known", "There is no release " + number + ".", "Look at the history.");
    }

    static Problem notTheAuthor(String named) {
        return new Problem(
                "release.foreign-author",
                "The release says that " + named + " made it, and somebody else signed it.",
                "Release under your own name.");
    }

    static Problem notNext(long number, long next) {
        return new Problem(
                "release.not-next", "Release " + number + " is not the next one, which is " + next + ".", AGAIN);
    }

    static Problem wrongPredecessor(long named, long base) {
        return new Problem(
                "release.wrong-predecessor",
                "The release names " + named + " as its predecessor, and nodes run " + base + ".",
                AGAIN);
    }

    static Problem rolloutOpen(long release) {
        return new Problem(
                "release.rollout-open",
                "Release " + release + " is still on its way to its nodes.",
                "Wait until it is done, or halt it; then release.");
    }

    static Problem stagedOtherwise(long release) {
        return new Problem(
                "release.staged-otherwise",
                "Whether release " + release + " comes in stages is signed otherwise than it is asked.",
                AGAIN);
    }

    static Problem serviceTwice(ReleaseManifest.Service service) {
        return new Problem(
                "release.service-twice",
                "The release has service " + service.name() + " " + service.version() + " twice.",
                AGAIN);
    }

    static Problem nothingToGoBackTo() {
        return new Problem(
                "release.first-in-stages",
                "The first release cannot come in stages: there is none that nodes could go back to.",
                "Release it to all nodes at once, perhaps assigned to few of them.");
    }

    static Problem flowChanged(String name) {
        return new Problem("release.flow-changed", "Flow " + name + " was changed since the plan was made.", AGAIN);
    }

    static Problem flowNotNamed(String name) {
        return new Problem(
                "release.flow-not-named", "The release has steps of flow " + name + " but not its etag.", AGAIN);
    }

    static Problem serviceMissing(ReleaseManifest.Service service) {
        return new Problem(
                "release.service-missing",
                "There is no service " + service.name() + " in version " + service.version() + ".",
                AGAIN);
    }

    static Problem sourceChanged(ReleaseManifest.Service service) {
        return new Problem(
                "release.source-changed",
                "Service " + service.name() + " " + service.version() + " was changed since the plan was made.",
                AGAIN);
    }

    static Problem packagesChanged(ReleaseManifest.Service service) {
        return new Problem(
                "release.packages-changed",
                "The packages of service " + service.name() + " " + service.version()
                        + " were changed since the plan was made.",
                AGAIN);
    }

    static Problem packageMissing(LockedPackage one) {
        return new Problem(
                "release.package-missing",
                "The hub does not have package " + one.coordinates() + ", which the release names.",
                AGAIN);
    }

    static Problem stepTwice(StepAddress address) {
        return new Problem("release.step-twice", "The release has step " + address + " twice.", AGAIN);
    }

    static Problem stepWithoutService(ReleaseManifest.Step step) {
        return new Problem(
                "release.step-without-service",
                "Step " + step.address() + " runs " + step.service() + " " + step.version()
                        + ", which is not in the release.",
                AGAIN);
    }

    static Problem secretMissing(ReleaseManifest.Step step, SecretReference reference) {
        return new Problem(
                "release.secret-missing",
                "Step " + step.address() + " refers to " + reference + ", which the hub does not have.",
                "Set that secret again, then release.");
    }

    static Problem badCondition(ReleaseManifest.Wire wire, Problem why) {
        return new Problem(
                "release.bad-condition",
                "The condition of the wire from " + wire.from() + " to " + wire.to() + " cannot be read: " + why.what(),
                "Mend the condition and release again.");
    }

    static Problem looseWire(ReleaseManifest.Wire wire) {
        return new Problem(
                "release.loose-wire",
                "The wire from " + wire.from() + " to " + wire.to() + " leads to a step that is not in the release.",
                AGAIN);
    }

    static Problem nodeNotKnown(DeviceId id) {
        return new Problem(
                "node.not-known", "The hub does not know a node called " + id + ".", "Add it, or check its name.");
    }

    static Problem stepNotKnown(DeviceId node, StepAddress step) {
        return new Problem(
                "step.not-known",
                "Node " + node + " is not to run a step " + step + ".",
                "Look at what is assigned to it.");
    }

    static Problem flowNotKnown(String name) {
        return new Problem("flow.not-known", "There is no flow called " + name + ".", "Look at the list of flows.");
    }

    static Problem notTrusted(String operator) {
        return new Problem(
                "release.not-trusted",
                "The trust document does not name the key of operator " + operator + ", so nodes do not believe it.",
                "Have the first owner trust it.");
    }

    static Problem signedBefore(String operator) {
        return new Problem(
                "release.signed-before",
                "Operator " + operator + " has signed this already.",
                "Have another operator sign it.");
    }

    static Problem proposalWaits() {
        return new Problem(
                "release.proposal-waits", "Another release waits to be approved.", "Approve it, or take it back.");
    }

    static Problem signedMeanwhile(long number) {
        return new Problem(
                "release.signed-meanwhile",
                "Somebody else signed release " + number + " at the same moment.",
                "Look at it again.");
    }

    static Problem toBeProposed(int needed) {
        return new Problem(
                "release.too-few-signatures",
                "This workspace wants releases to be signed by " + needed + " operators, one after the other.",
                "Propose it, and have another operator approve it.");
    }

    static Problem noProposal(long number) {
        return new Problem(
                "release.not-known",
                "No release " + number + " waits to be approved.",
                "Look at what waits: somebody may have approved it or taken it back.");
    }

    static Problem programApproves() {
        return new Problem(
                "release.program-approves",
                "A program cannot approve what waits.",
                "Have a person read and approve it.");
    }

    static Problem notEntitled(String what) {
        return new Problem(
                "release.not-entitled",
                "This node was not ordered to run anything that needs " + what + ".",
                "Assign a step to it and release.");
    }
}
