// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;

/// What can go wrong with an outbox.
final class OutboxProblems {
    private OutboxProblems() {}

    static ProblemException full(long limit) {
        return new ProblemException(new Problem(
                "outbox.full",
                "The outbox is full: it holds the " + limit + " bytes it may hold, and the hub has not taken them yet.",
                "Bring the hub back in reach, or send less."));
    }

    static ProblemException notWritten(Throwable cause) {
        return new ProblemException(
                new Problem(
                        "outbox.not-written",
                        "The message could not be written to disk: " + cause.getMessage() + ".",
                        "Make room on the device's disk; messages already in the outbox are kept."),
                cause);
    }

    static ProblemException notRead(Throwable cause) {
        return new ProblemException(
                new Problem(
                        "outbox.not-read",
                        "The outbox cannot be read: " + cause.getMessage() + ".",
                        "Check the device's disk; the outbox is checked again when the program starts."),
                cause);
    }

    static ProblemException notOpened(Path file, Throwable cause) {
        return new ProblemException(
                new Problem(
                        "outbox.not-opened",
                        "The outbox " + file + " cannot be opened: " + cause.getMessage() + ".",
                        "Check that the folder can be written and the disk has room."),
                cause);
    }

    static ProblemException inUse(Path folder) {
        return new ProblemException(new Problem(
                "outbox.in-use",
                "The outbox in " + folder + " is in use by another program.",
                "Stop the other program, or give this one a data folder of its own."));
    }

    static ProblemException closed() {
        return new ProblemException(
                new Problem("outbox.closed", "The outbox is closed.", "Send before the device client is closed."));
    }

    static ProblemException failed(Throwable cause) {
        return new ProblemException(
                new Problem(
                        "outbox.failed",
                        "The outbox failed in an unforeseen way and was closed: " + cause + ".",
                        "Start the device client anew; what was told safe is on the disk. Tell the makers what its log says."),
                cause);
    }

    static ProblemException givenUp() {
        return new ProblemException(new Problem(
                "outbox.given-up",
                "The message was given up before the hub took it: it became too old, had to give way, or is damaged.",
                "Send it again if it still matters; the outbox's limits say how long and how much it keeps."));
    }

    static Problem messageDamaged(String name) {
        return new Problem(
                "outbox.message-damaged",
                "Message " + name + " is damaged on disk and cannot be sent.",
                "Check the device's disk.");
    }
}
