// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import dev.signalbox.workbench.editing.PythonApi.Call;
import dev.signalbox.workbench.editing.PythonApi.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The names that a Python text makes.
final class PythonNames {
    private static final Pattern METHOD = Pattern.compile(
            "^[ \\t]+(?<async>async )?def (?<name>\\w+)\\(\\s*self\\s*,?\\s*(?<parameters>[^)\\n]*)\\)(?: -> (?<gives>[^:\\n]+))?",
            Pattern.MULTILINE);
    private static final Pattern ATTRIBUTE = Pattern.compile("\\bself\\.(?<name>\\w+)(?: *:[^=\\n]+)? *=(?!=)");
    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w{2,60}");
    private static final Pattern MADE = Pattern.compile("(?m)^\\s*(?:async )?(?:def|class) (?<name>\\w+)");

    private final String text;

    PythonNames(String text) {
        this.text = text;
    }

    /// By name: what `self` has beside what it inherits.
    Map<String, Member> own() {
        var members = new LinkedHashMap<String, Member>();
        METHOD.matcher(text).results().map(PythonNames::method).forEach(one -> members.putIfAbsent(one.name(), one));
        ATTRIBUTE
                .matcher(text)
                .results()
                .map(found -> new Member("", found.group("name"), Call.NONE, ""))
                .forEach(one -> members.putIfAbsent(one.name(), one));
        return members;
    }

    private static Member method(MatchResult found) {
        String gives = found.group("gives");
        var call = new Call(
                found.group("async") != null, found.group("parameters"), gives == null ? "Any" : gives.strip());
        return new Member("", found.group("name"), call, "");
    }

    /// Words that stand somewhere else in the text.
    List<String> words(PythonPlace but) {
        var words = new TreeSet<String>();
        WORD.matcher(text)
                .results()
                .filter(found -> found.start() != but.start())
                .forEach(found -> words.add(found.group()));
        return List.copyOf(words);
    }

    /// Where a function, a method or a class of that name is made.
    OptionalInt definition(String name) {
        return MADE.matcher(text)
                .results()
                .filter(found -> found.group("name").equals(name))
                .mapToInt(found -> found.start("name"))
                .findFirst();
    }
}
