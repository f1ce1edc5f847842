// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.operator;

import dev.signalbox.operator.operator.Joining;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.protocol.report.Problem;
import java.time.Duration;

/// What operators hear who may not come in, or may not do what they ask for.
public final class OperatorProblems {
    private OperatorProblems() {}

    static Problem signInRefused() {
        return new Problem(
                "operator.sign-in-refused",
                "The hub does not know this name with this secret.",
                "Check both; the owner's one-time token is in the hub's data folder until it was used. Stop the hub and"
                        + " run it once with --new-owner-token for another.");
    }

    public static Problem notSignedIn() {
        return new Problem(
                "operator.not-signed-in", "This needs a session that the hub knows.", "Sign in, then try again.");
    }

    /// @param deed what was asked for, in words
    public static Problem notAllowed(Caller caller, Right right, String deed) {
        return new Problem(
                "operator.not-allowed",
                "Operator " + caller.name() + " is " + caller.role().word() + " and may not do this: " + deed + ".",
                "Ask somebody who is " + Role.leastWith(right).word() + ", or an owner for that role.");
    }

    static Problem notInvited() {
        return new Problem(
                "operator.not-invited",
                "There is no such invitation: it was taken, has ended, or was never made.",
                "Ask an owner for another one.");
    }

    static Problem tooManyTries(Duration wait) {
        return new Problem(
                "operator.too-many-tries",
                "Too many wrong passwords came from this address.",
                "Wait " + (wait.toSeconds() + 1) + " s, then try again.");
    }

    static Problem tooManyAtOnce() {
        return new Problem(
                "operator.too-many-tries",
                "Very many try to come in at this moment.",
                "Wait some seconds, then try again.");
    }

    static Problem badPassword() {
        return new Problem(
                "operator.bad-password",
                "A password has " + Joining.SHORTEST_PASSWORD + " to " + Joining.LONGEST_PASSWORD + " characters.",
                "Take some words that nobody would guess together.");
    }

    static Problem notKnown(String name) {
        return new Problem("operator.not-known", "There is no operator called \"" + name + "\".", "Check the name.");
    }

    static Problem exists(String name) {
        return new Problem(
                "operator.exists", "There is an operator called \"" + name + "\" already.", "Take another name.");
    }

    static Problem tooMany(int most) {
        return new Problem(
                "operator.too-many", "A workspace has up to " + most + " operators.", "Remove some that are gone.");
    }

    static Problem badName() {
        return new Problem(
                "operator.bad-name",
                "An operator's name has 1 to 64 of a to z, 0 to 9, dot, dash and underscore, and begins with a letter"
                        + " or digit.",
                "Correct it.");
    }

    static Problem badEnd() {
        return new Problem(
                "operator.bad-end",
                "A program's token ends in the future, within 366 days; a person has none.",
                "Name another end, or none.");
    }

    static Problem programOwns() {
        return new Problem(
                "operator.program-owns",
                "A program cannot be owner: who steals its token would own the workspace.",
                "Give it the role operator at most.");
    }

    static Problem programHasToken() {
        return new Problem(
                "operator.program-has-token",
                "A program has a token and no password.",
                "Ask an owner for another token.");
    }

    static Problem notThisOne(String name) {
        return new Problem(
                "operator.not-this-one",
                "Operator " + name + " cannot be changed so: nobody changes himself, and nobody the first owner, whose"
                        + " key signs the trust document.",
                "Ask another owner.");
    }
}
