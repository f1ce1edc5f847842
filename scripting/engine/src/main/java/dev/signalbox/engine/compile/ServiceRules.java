// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a service's source must keep beyond the language: no package, one top-level class named like its file.
final class ServiceRules {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package\\s+[\\w.]+\\s*;");
    private static final Pattern CLASS_NAME = Pattern.compile("[A-Z][A-Za-z0-9_]{0,127}");

    private ServiceRules() {}

    static List<Diagnostic> check(
            String className, String source, Map<String, byte[]> classes, List<Diagnostic> compilers) {
        Matcher declared = PACKAGE.matcher(source);
        if (declared.find()) {
            return List.of(at(source, declared.start(), declared.end(), "A service has no package: remove this line"));
        }
        if (!CLASS_NAME.matcher(className).matches()) {
            return List.of(
                    at(source, 0, 0, "A service's name starts with a capital and has letters, digits and _ only"));
        }
        var all = new ArrayList<Diagnostic>(compilers);
        if (!classes.isEmpty()) {
            classes.keySet().stream()
                    .filter(name -> !name.equals(className) && !name.startsWith(className + "$"))
                    .findFirst()
                    .ifPresent(other -> all.add(named(source, other, className)));
            if (!classes.containsKey(className) && all.isEmpty()) {
                all.add(at(source, 0, 0, "There is no class " + className + " here"));
            }
        }
        return all;
    }

    private static Diagnostic named(String source, String other, String className) {
        int at = Math.max(0, source.indexOf(other));
        return at(
                source,
                at,
                at + other.length(),
                "The class must be called " + className + ", like its file, and other classes go inside it");
    }

    private static Diagnostic at(String source, int start, int end, String message) {
        int from = Math.min(start, source.length());
        int line =
                (int) source.substring(0, from).chars().filter(c -> c == '\n').count() + 1;
        int column = from - source.lastIndexOf('\n', Math.max(0, from - 1));
        return new Diagnostic(Severity.ERROR, line, Math.max(1, column), from, Math.min(end, source.length()), message);
    }
}
