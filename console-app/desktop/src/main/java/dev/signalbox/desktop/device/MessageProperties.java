// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.util.Map;
import java.util.TreeMap;

/// Properties of a message as a person writes them: `name=value`, one a line.
final class MessageProperties {
    private MessageProperties() {}

    static Map<String, String> read(String text) {
        var properties = new TreeMap<String, String>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank()) {
                read(line, properties);
            }
        }
        return properties;
    }

    private static void read(String line, Map<String, String> properties) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : line.substring(0, equals).strip();
        if (name.isEmpty() || name.startsWith("$") || name.startsWith("iothub-")) {
            throw new ProblemException(new Problem(
                    "properties.malformed",
                    "\"" + line.strip() + "\" is no property.",
                    "Write name=value, one a line; names that begin with $ or iothub- are the system's."));
        }
        if (properties.put(name, line.substring(equals + 1).strip()) != null) {
            throw new ProblemException(new Problem(
                    "properties.twice", "The property " + name + " is there twice.", "Leave one of them out."));
        }
    }

    /// What is wrong with the text; empty when nothing is.
    static String complaint(String text) {
        try {
            read(text);
            return "";
        } catch (ProblemException malformed) {
            return malformed.problem().what() + " " + malformed.problem().remedy();
        }
    }
}
