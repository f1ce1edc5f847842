// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.buffer;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;

/// What can go wrong with a buffer.
final class BufferProblems {
    private BufferProblems() {}

    static ProblemException full() {
        return new ProblemException(new Problem(
                "local.full",
                "The app's buffer is full: the node has not taken what waits in it.",
                "Start the node, or allow the buffer more."));
    }

    static ProblemException closed() {
        return new ProblemException(
                new Problem("local.closed", "The app was closed.", "Send before the app is closed."));
    }

    static ProblemException interrupted() {
        return new ProblemException(new Problem(
                "local.interrupted",
                "The thread was interrupted while it waited for room in the app's buffer.",
                "Send the message again; it was not kept."));
    }

    static ProblemException inUse(Path folder) {
        return new ProblemException(new Problem(
                "local.in-use",
                "The buffer in " + folder + " is in use by another program.",
                "Stop the other program, or give this one a folder of its own."));
    }

    static ProblemException disk(Path folder, Throwable cause) {
        return new ProblemException(
                new Problem(
                        "local.disk",
                        "The buffer in " + folder + " cannot be read or written: " + cause.getMessage() + ".",
                        "Check that the folder can be written and the disk has room."),
                cause);
    }
}
