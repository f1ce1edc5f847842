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

    /// @param what coordinates, and who needs them
    static Problem unreachable(String what, String from, String why) {
        return new Problem(
                "package.repository-unreachable",
                what + " cannot be fetched from " + from + ": " + shortened(why) + ".",
                "Look at the network and the repository, and try again; what came once is found without it. "
                        + PackageOrigin.MAVEN_FROM + " names another repository.");
    }

    static Problem checksum(String what, String from, String why) {
        return new Problem(
                "package.checksum-wrong",
                what + " came from " + from + " damaged or changed: " + shortened(why) + ".",
                "Try again; if it stays, tell who runs the repository, or set " + PackageOrigin.MAVEN_FROM
                        + " to another one.");
    }

    /// @param wants who wants which versions
    static Problem conflict(List<String> wants) {
        return new Problem(
                "package.version-conflict",
                "No version fits all that need it: " + shortened(String.join("; ", wants)) + ".",
                "Ask for other versions of those that need it.");
    }

    /// @param instead the only version that others allow, or the name a package goes by now
    static Problem replaced(String asked, String instead) {
        return new Problem(
                "package.version-conflict",
                asked + " is asked for, and the service's other packages allow only " + instead + ".",
                "Ask for that one, or for other versions of what needs it.");
    }

    static Problem description(String what, String why) {
        return new Problem(
                "package.description-unreadable",
                "What " + what + " needs cannot be read: " + shortened(why) + ".",
                "Ask for another version of it.");
    }

    /// @param much what would be beyond the bounds
    static Problem tooMuch(String much) {
        return new Problem(
                "package.too-much",
                "What the service asks for and what that needs come to " + much + ".",
                "Ask for fewer packages, or for one that needs less.");
    }

    static Problem openLine(String from) {
        return new Problem(
                "package.repository-open",
                "Packages are not fetched from " + from + ", because anybody on the way could change them.",
                "Set " + PackageOrigin.MAVEN_FROM + " to an address that begins with https://, or to a folder.");
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
