// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.service;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.report.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A package that an author asks for, at one exact version: `group:artifact:version`, with an optional
/// `:classifier`, for Java; `name==version` for Python.
///
/// @param text as the author wrote it
/// @param name what there is one of in a service: without the version, for Python as its index compares names
/// @param version never a range, nor a word for the newest
public record AskedPackage(String text, String name, String version) {
    /// So many may a service ask for.
    public static final int MOST = 100;

    private static final String PART = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
    private static final String EXACT = "[A-Za-z0-9][A-Za-z0-9._+!-]{0,99}";
    private static final Pattern MAVEN =
            Pattern.compile("(%s:%s):(%s)(:[A-Za-z0-9_.-]{1,64})?".formatted(PART, PART, EXACT));
    private static final Pattern PIP = Pattern.compile(
            "([A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?)(\\[[A-Za-z0-9._,-]{1,100}\\])?==(%s)".formatted(EXACT));
    private static final Set<String> NEWEST = Set.of("LATEST", "RELEASE");

    /// Reads one; throws ProblemException `service.package-refused` with what is wrong.
    public static AskedPackage parse(Language language, String text) {
        return language == Language.JAVA ? maven(text) : pip(text);
    }

    /// Reads all that a service asks for; throws ProblemException `service.package-refused` also for one
    /// asked twice.
    public static List<AskedPackage> parseAll(Language language, List<String> texts) {
        if (texts.size() > MOST) {
            throw refused("A service asks for at most " + MOST + " packages.", "Leave out what others bring along.");
        }
        var all = new ArrayList<AskedPackage>();
        var names = new HashSet<String>();
        for (String text : texts) {
            AskedPackage one = parse(language, text);
            if (!names.add(one.name())) {
                throw refused("The package " + one.name() + " is asked for twice.", "Leave one of them out.");
            }
            all.add(one);
        }
        return List.copyOf(all);
    }

    private static AskedPackage maven(String text) {
        Matcher form = MAVEN.matcher(text);
        if (!form.matches() || NEWEST.contains(form.group(2))) {
            throw refused(
                    "\"" + shown(text) + "\" is no package for Java.",
                    "Write group:artifact:version with one exact version.");
        }
        String classifier = form.group(3) == null ? "" : form.group(3);
        return new AskedPackage(text, form.group(1) + classifier, form.group(2));
    }

    private static AskedPackage pip(String text) {
        Matcher form = PIP.matcher(text);
        if (!form.matches()) {
            throw refused(
                    "\"" + shown(text) + "\" is no package for Python.", "Write name==version with one exact version.");
        }
        return new AskedPackage(text, normal(form.group(1)), form.group(3));
    }

    /// A name as Python's index compares it: `Sb.Answer`, `sb_answer` and `sb-answer` are one.
    public static String normal(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }

    private static ProblemException refused(String what, String remedy) {
        return new ProblemException(new Problem("service.package-refused", what, remedy));
    }
}
