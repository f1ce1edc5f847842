// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import dev.signalbox.authoring.complete.Candidate.Kind;
import dev.signalbox.authoring.complete.Candidate.Nearness;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Words of the language, and pieces of code that services are made of.
final class Words {
    private static final List<String> OF_EXPRESSIONS =
            List.of("false", "instanceof", "new", "null", "super", "switch", "this", "true");
    private static final List<String> OF_STATEMENTS = List.of(
            "assert",
            "boolean",
            "break",
            "case",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "final",
            "finally",
            "for",
            "if",
            "int",
            "long",
            "return",
            "switch",
            "synchronized",
            "throw",
            "try",
            "var",
            "while",
            "yield");
    private static final List<String> OF_CLASSES = List.of(
            "abstract",
            "boolean",
            "class",
            "double",
            "enum",
            "final",
            "int",
            "interface",
            "long",
            "private",
            "protected",
            "public",
            "record",
            "sealed",
            "static",
            "void",
            "volatile");
    private static final List<String> OF_TYPES = List.of("extends", "implements", "throws");
    /// Nothing comes directly behind these.
    private static final Set<String> ALONE =
            Set.of("false", "null", "super", "this", "true", "break", "continue", "default", "do", "else", "finally");

    private Words() {}

    static Stream<Candidate> at(Names.Position position) {
        return switch (position) {
            case NEW -> Stream.empty();
            case TYPE -> words(OF_TYPES);
            case MEMBER -> words(OF_CLASSES);
            case STATEMENT -> Stream.concat(words(OF_STATEMENTS), words(OF_EXPRESSIONS));
            case EXPRESSION -> words(OF_EXPRESSIONS);
        };
    }

    static Stream<Candidate> topLevel() {
        return words(List.of("import", "public", "class", "abstract", "final"));
    }

    private static Stream<Candidate> words(List<String> words) {
        return words.stream()
                .distinct()
                .map(word -> new Candidate(
                        Kind.KEYWORD,
                        word,
                        "",
                        "",
                        Nearness.WORD,
                        false,
                        Insertion.of(ALONE.contains(word) ? word : word + " ")));
    }

    /// @param indent what the lines behind the first begin with
    /// @param ofService whether it stands in a service, which has methods of its own
    static Stream<Candidate> snippets(String indent, boolean ofService) {
        Stream<Candidate> common = Stream.of(
                snippet("fori", "counting loop", "for (int i = 0; i < |; i++) {\n    \n}", indent),
                snippet("foreach", "loop over all", "for (var each : |) {\n    \n}", indent),
                snippet("ifelse", "one or the other", "if (|) {\n    \n} else {\n    \n}", indent),
                snippet("trycatch", "with its failure", "try {\n    |\n} catch (Exception failed) {\n    \n}", indent));
        Stream<Candidate> service = Stream.of(
                snippet("every", "again and again", "every(Duration.ofSeconds(|), () -> {\n    \n});", indent),
                snippet("after", "once, later", "after(Duration.ofSeconds(|), () -> {\n    \n});", indent),
                snippet("emit", "to the next steps", "emit(Map.of(\"|\", ));", indent),
                snippet("submitMessage", "to the hub", "submitMessage(Map.of(\"|\", ));", indent),
                snippet("subscribe", "to another step", "subscribe(\"|\", message -> {\n    \n});", indent),
                snippet("submitAction", "of another service", "submitAction(\"|\", \"\", Map.of());", indent));
        return ofService ? Stream.concat(service, common) : common;
    }

    private static Candidate snippet(String name, String meaning, String marked, String indent) {
        Insertion written = Insertion.marked(marked.replace("\n", "\n" + indent));
        return new Candidate(Kind.SNIPPET, name, "", meaning, Nearness.SNIPPET, false, written);
    }
}
