// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;

/// What can go wrong with a device's twin.
final class TwinProblems {
    private static final int LONGEST_PATH = 200;

    private TwinProblems() {}

    static Problem notReportable(String path, String what) {
        String where = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path;
        return new Problem(
                "twin.not-reportable",
                (path.isEmpty() ? "The reported properties " : "The reported property " + where + " ") + what + ".",
                "Change it and report again; nothing of it was kept.");
    }

    static Problem notKept(Path file, Throwable why) {
        return new Problem(
                "twin.not-kept",
                "The file " + file + " cannot be written: " + why.getMessage() + ".",
                "See that the disk has room and the program may write there, then try again.");
    }

    static Problem unreadable(Path file, Throwable why) {
        return new Problem(
                "twin.unreadable",
                "The file " + file + " cannot be read: " + why.getMessage() + ".",
                "See that the program may read there.");
    }

    static Problem damaged(Path file) {
        return new Problem(
                "twin.damaged",
                "The file " + file + " is damaged, and what it held is not used.",
                "Desired properties come again from the hub; report again what was to be reported.");
    }

    static Problem closed() {
        return new Problem("device.closed", "The device client was closed.", "Open it again.");
    }
}
