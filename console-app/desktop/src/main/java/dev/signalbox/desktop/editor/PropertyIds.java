// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.PropertyDefinition.Kind;
import java.util.List;

/// What a service's property may be called and start with.
final class PropertyIds {
    private PropertyIds() {}

    /// What is wrong with an id; empty when nothing is.
    static String complaint(String id, List<String> others) {
        if (!id.matches("[A-Za-z_][A-Za-z0-9_.-]{0,63}")) {
            return "Use letters, digits, _ - and . , a letter first.";
        }
        return others.contains(id) ? "There is a property of that id." : "";
    }

    /// What is wrong with an initial value; empty when nothing is.
    static String complaint(PropertyDefinition.Type type, String value) {
        if (value.isEmpty() || type == PropertyDefinition.Type.TEXT) {
            return "";
        }
        if (type == PropertyDefinition.Type.BOOLEAN) {
            return value.equals("true") || value.equals("false") ? "" : "Write true or false.";
        }
        return value.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")
                ? ""
                : value.contains(",")
                        ? "Not a number. Write " + value.replace(',', '.') + " with a point."
                        : "Not a number.";
    }

    /// A definition to begin with, under an id that is free.
    static PropertyDefinition fresh(List<PropertyDefinition> others) {
        int number = 1;
        while (taken(others, "property" + number)) {
            number++;
        }
        return new PropertyDefinition("property" + number, "", PropertyDefinition.Type.TEXT, false, "", Kind.STATIC);
    }

    private static boolean taken(List<PropertyDefinition> others, String id) {
        return others.stream().anyMatch(other -> other.id().equals(id));
    }
}
