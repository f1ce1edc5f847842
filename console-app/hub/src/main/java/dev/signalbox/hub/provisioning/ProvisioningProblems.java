// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.util.OptionalInt;

/// What can go wrong while a device is let in.
public final class ProvisioningProblems {
    private ProvisioningProblems() {}

    /// The status of an answer that says so; empty for a problem of another kind.
    public static OptionalInt status(Problem problem) {
        return switch (problem.code()) {
            case "token.refused", "token.ended", "registration.refused", "registration.replaced" -> OptionalInt.of(401);
            case "registration.foreign" -> OptionalInt.of(403);
            case "token.not-known", "operation.not-known" -> OptionalInt.of(404);
            case "token.name-taken", "operation.decided", "operation.device-exists", "operation.other-id" ->
                OptionalInt.of(409);
            case "registration.ended" -> OptionalInt.of(410);
            case "registration.too-early" -> OptionalInt.of(412);
            case "registration.locked", "workspace.closed" -> OptionalInt.of(423);
            case "token.too-many", "operation.too-many", "operation.too-often" -> OptionalInt.of(429);
            default -> OptionalInt.empty();
        };
    }

    static Problem tokenRefused() {
        return new Problem(
                "token.refused",
                "The hub does not know this provisioning token.",
                "Copy it whole, or have an operator make another.");
    }

    static Problem closed() {
        return new Problem(
                "workspace.closed",
                "The workspace takes in no new devices now.",
                "Have an operator open it again; the device may go on asking.");
    }

    static Problem tokenEnded(String name, String why) {
        return new Problem(
                "token.ended",
                "The provisioning token \"" + name + "\" lets nobody in any more: " + why + ".",
                "Have an operator make another; if no device of yours used it, say so.");
    }

    static Problem tokenNotKnown(String id) {
        return new Problem("token.not-known", "The hub has no provisioning token " + id + ".", "Look at the list.");
    }

    static Problem nameTaken(String name) {
        return new Problem(
                "token.name-taken",
                "There is an open provisioning token called \"" + name + "\".",
                "Choose another name, or revoke that one.");
    }

    static Problem badToken(String why) {
        return new Problem("token.bad-value", "The token is refused: " + why + ".", "Correct it.");
    }

    static Problem tooManyTokens(int most) {
        return new Problem(
                "token.too-many",
                "The hub keeps " + most + " provisioning tokens already.",
                "Revoke some; they are forgotten after 90 days. One token can let in many devices.");
    }

    static Problem operationNotKnown() {
        return new Problem(
                "operation.not-known", "There is no such provisioning operation of this token.", "Begin a new one.");
    }

    static Problem decided(String state) {
        return new Problem(
                "operation.decided",
                "This device does not wait any more: it is " + state + ".",
                "Look at it again; if need be the device asks anew.");
    }

    static Problem exists(DeviceId id) {
        return new Problem(
                "operation.device-exists",
                "There is a device called " + id + " already.",
                "Give another id, or have it replaced: its keys are renewed and its connection is dropped.");
    }

    static Problem otherId(DeviceId only) {
        return new Problem(
                "operation.other-id",
                "This provisioning token lets in " + only + " only.",
                "Ask for that id, or use another token.");
    }

    static Problem tooManyOpen(int most) {
        return new Problem(
                "operation.too-many",
                "So many devices wait by this token that no other can: " + most + ".",
                "Have an operator decide on them; they end by themselves within an hour.");
    }

    static Problem tooOften() {
        return new Problem("operation.too-often", "By this token was asked too often.", "Try again in a minute.");
    }

    static Problem registrationRefused() {
        return new Problem(
                "registration.refused",
                "The hub does not know this registration token, or it has ended.",
                "Provision the device again.");
    }

    static Problem registrationReplaced(DeviceId device) {
        return new Problem(
                "registration.replaced",
                "An old registration token of " + device + " was shown, though the device has a newer one in use.",
                "If it was not the device itself after a restore, somebody has a copy: disable the device, or replace"
                        + " it.");
    }

    static Problem locked(DeviceId device, String why) {
        return new Problem(
                "registration.locked", device + " may not sign in now: " + why + ".", "Have an operator change that.");
    }

    static Problem registrationForeign() {
        return new Problem(
                "registration.foreign",
                "This registration token was not made with this provisioning token.",
                "Use the one that the device was let in with.");
    }

    static Problem registrationEnded() {
        return new Problem(
                "registration.ended",
                "This registration token has ended and cannot be refreshed.",
                "Use the newest one, or provision the device again.");
    }

    static Problem tooEarly() {
        return new Problem(
                "registration.too-early",
                "This registration token is too fresh to be refreshed.",
                "Refresh it at half of its life.");
    }

    static Problem badRequest(String why) {
        return new Problem("provisioning.bad-value", "The request is refused: " + why + ".", "Correct it.");
    }
}
