// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import java.util.List;

/// Why a package cannot be had.
final class PackageProblems {
    private static final int LONGEST = 600;

    private PackageProblems() {}

    static Problem noDesk() {
        return new Problem(
                "package.no-desk",
                "Packages are not looked for here.",
                "Check the service in the console, or with release --dry-run.");
    }

    static Problem notFound(List<String> asked, String from, String why) {
        return new Problem(
                "package.not-found",
                String.join(", ", asked) + " cannot be had from " + from + ": " + shortened(why) + ".",
                "Check name and version, and that " + from + " can be reached; " + PackageOrigin.MAVEN_FROM
                        + " names another repository.");
    }

    static Problem notDownloaded(List<String> asked, String from, String why) {
        return new Problem(
                "package.not-found",
                String.join(", ", asked) + " cannot be had from " + from + ": " + shortened(why) + ".",
                "Only wheels are taken, for Python as it is on this machine. Check name and version; "
                        + PackageOrigin.WHEELS_FROM + " names another index or a folder.");
    }

    static Problem unfit(String coordinates, IllegalArgumentException why) {
        return new Problem(
                "package.unfit",
                "The package " + coordinates + " cannot go into a release: " + why.getMessage() + ".",
                "Ask for another one.");
    }

    static Problem unreadable(Path file, Exception why) {
        return new Problem(
                "package.unreadable",
                "The package's file " + file + " cannot be read: " + why.getMessage() + ".",
                "Look at this machine's disk, and plan again.");
    }

    static Problem noPython(String name) {
        return new Problem(
                "package.no-python",
                "The service asks for packages, and " + name + " on this machine is no Python with pip.",
                "Install Python 3 with pip, or name it with SIGNALBOX_PYTHON.");
    }

    private static String shortened(String why) {
        String line = why.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
