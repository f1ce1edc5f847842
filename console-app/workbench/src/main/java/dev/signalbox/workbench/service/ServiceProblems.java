// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.service;

import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Path;

/// What can go wrong with services before the hub is asked.
final class ServiceProblems {
    private ServiceProblems() {}

    static Problem notKnown(String name) {
        return new Problem(
                "service.not-known",
                "There is no service called " + name + ".",
                "Check the name; the list of services has them all.");
    }

    static Problem noSourceFile(Path file) {
        return new Problem(
                "service.no-source-file",
                file + " is neither Java nor Python.",
                "Choose a file whose name ends in .java or .py.");
    }

    static Problem fileTooLarge(Path file) {
        return new Problem(
                "service.file-too-large", file + " has more than 1 MiB.", "Choose the source of one service.");
    }

    static Problem noText(Path file) {
        return new Problem("service.file-no-text", file + " is no text in UTF-8.", "Save it as UTF-8.");
    }

    static Problem fileNotReadable(Path file, IOException why) {
        return new Problem(
                "service.file-not-readable",
                file + " cannot be read: " + why.getMessage() + ".",
                "Give yourself the right to read it.");
    }

    static Problem noService(Path file) {
        return new Problem(
                "service.file-without-service",
                "In " + file + " is no class that extends CustomService.",
                "Choose the file of a service, or begin with an empty one and paste the text.");
    }

    static Problem noClassName(String name) {
        return new Problem(
                "service.no-class-name",
                "\"" + name + "\" cannot be the name of a class.",
                "Use letters and digits, a capital letter first, such as BoilerWatch.");
    }
}
