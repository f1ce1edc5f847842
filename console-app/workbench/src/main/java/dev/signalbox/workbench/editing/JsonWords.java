// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// What the parser says about broken JSON, in words for a person who typed it.
final class JsonWords {
    private static final Map<String, String> SAYINGS = Map.of(
            "Unexpected end-of-input", "The text ends too early: a bracket, brace or quote is not closed.",
            "was expecting double-quote to start", "A name in double quotes belongs here.",
            "was expecting comma", "A comma belongs here, or a bracket is closed too early.",
            "was expecting a colon", "A colon belongs between name and value.",
            "Trailing token", "The value is complete before this; nothing may follow it.",
            "Duplicate", "This name is there twice.",
            "Illegal unquoted character", "A line break or control character stands in a text; write \\n for it.",
            "maxNestingDepth", "It is nested too deep.",
            "expected a valid value",
                    "A value belongs here: a text in double quotes, number, true, false, null, { or [.");
    private static final Pattern WORD = Pattern.compile("Unrecognized token '([^']{1,40})");

    private JsonWords() {}

    static String of(JacksonException malformed) {
        String said = String.valueOf(malformed.getOriginalMessage());
        var word = WORD.matcher(said);
        if (word.find()) {
            return "\"" + word.group(1) + "\" is no JSON value: a text stands in double quotes.";
        }
        return SAYINGS.entrySet().stream()
                .filter(saying -> said.contains(saying.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(said.lines().findFirst().orElse("This is no JSON."));
    }
}
