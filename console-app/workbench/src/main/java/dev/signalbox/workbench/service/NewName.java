// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.service;

import dev.signalbox.protocol.codec.ProblemException;
import java.util.regex.Pattern;

/// The name of a service to be: it becomes a class and a file.
final class NewName {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Za-z0-9_]{0,99}");

    private NewName() {}

    /// A capital first keeps keywords out.
    static String checked(String name) {
        if (!FORM.matcher(name).matches()) {
            throw new ProblemException(ServiceProblems.noClassName(name));
        }
        return name;
    }
}
