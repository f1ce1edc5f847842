// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.storage;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Path;

/// The disk is full, read-only or broken. That is no fault of what was to be kept or read, and worth another try.
public final class DiskRefused extends ProblemException {
    public DiskRefused(Problem problem) {
        super(problem);
    }

    public DiskRefused(Problem problem, Throwable cause) {
        super(problem, cause);
    }

    /// What could not be written or read there.
    public static DiskRefused at(Path where, IOException why) {
        return new DiskRefused(
                new Problem(
                        "storage.unusable",
                        "The node cannot use " + where + ": " + why.getMessage() + ".",
                        "Give it a folder it may write with --data, or free some space."),
                why);
    }
}
