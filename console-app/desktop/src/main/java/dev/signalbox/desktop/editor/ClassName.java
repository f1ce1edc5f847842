// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import java.util.Collection;
import javax.lang.model.SourceVersion;

/// What a new service may be called.
final class ClassName {
    private ClassName() {}

    /// What is wrong with the name; empty when nothing is, or nothing was typed yet.
    static String complaint(String name, Collection<String> taken) {
        if (name.isEmpty()) {
            return "";
        }
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,127}") || SourceVersion.isKeyword(name)) {
            return "Use letters, digits and _ , a letter first, as a class is named.";
        }
        if (!Character.isUpperCase(name.charAt(0))) {
            return "Start with an upper-case letter: " + Character.toUpperCase(name.charAt(0)) + name.substring(1)
                    + ".";
        }
        return taken.stream().anyMatch(name::equalsIgnoreCase) ? "There is a service of that name." : "";
    }

    static boolean ready(String name, Collection<String> taken) {
        return !name.isEmpty() && complaint(name, taken).isEmpty();
    }
}
