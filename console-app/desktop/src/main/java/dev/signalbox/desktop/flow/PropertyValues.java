// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.PropertyDefinition.Kind;

/// What a property's value must be.
final class PropertyValues {
    private PropertyValues() {}

    /// What is wrong with a value; empty when nothing is.
    static String complaint(PropertyDefinition definition, String value) {
        if (value.isBlank()) {
            return definition.mandatory() ? "A release needs a value." : "";
        }
        if (definition.kind() == Kind.SECURITY || definition.type() == PropertyDefinition.Type.TEXT) {
            return "";
        }
        return definition.type() == PropertyDefinition.Type.NUMBER ? number(value.strip()) : truth(value.strip());
    }

    private static String truth(String value) {
        return value.equals("true") || value.equals("false") ? "" : "Write true or false.";
    }

    private static String number(String value) {
        if (value.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            return "";
        }
        return value.matches("[-+]?\\d+,\\d+")
                ? "Not a number. Write " + value.replace(',', '.') + " with a point."
                : "Not a number.";
    }
}
