// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.service;

import dev.signalbox.protocol.report.Problem;

/// What can go wrong with services before the hub is asked.
final class ServiceProblems {
    private ServiceProblems() {}

    static Problem notKnown(String name) {
        return new Problem(
                "service.not-known",
                "There is no service called " + name + ".",
                "Check the name; the list of services has them all.");
    }

    static Problem noClassName(String name) {
        return new Problem(
                "service.no-class-name",
                "\"" + name + "\" cannot be the name of a class.",
                "Use letters and digits, a capital letter first, such as BoilerWatch.");
    }
}
