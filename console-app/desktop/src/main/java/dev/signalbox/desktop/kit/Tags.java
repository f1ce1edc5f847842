// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Tags as a person writes them: `site=north, role=press`.
public final class Tags {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

    private Tags() {}

    public static String write(Map<String, String> tags) {
        var text = new StringJoiner(", ");
        new TreeMap<>(tags).forEach((name, value) -> text.add(name + "=" + value));
        return text.toString();
    }

    public static Map<String, String> read(String text) {
        var tags = new TreeMap<String, String>();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                read(part.strip(), tags);
            }
        }
        return tags;
    }

    /// What is wrong with them; empty when nothing is.
    public static String complaint(String text) {
        try {
            read(text);
            return "";
        } catch (ProblemException malformed) {
            return malformed.problem().toString();
        }
    }

    private static void read(String part, Map<String, String> tags) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals).strip();
        String value = equals < 0 ? "" : part.substring(equals + 1).strip();
        if (!PART.matcher(name).matches() || !PART.matcher(value).matches()) {
            throw new ProblemException(new Problem(
                    "tags.malformed",
                    "\"" + part + "\" is no tag.",
                    "Write name=value with letters, digits, - _ . and : , several with commas between."));
        }
        if (tags.put(name, value) != null) {
            throw new ProblemException(
                    new Problem("tags.twice", "The tag " + name + " is there twice.", "Leave one of them out."));
        }
    }
}
