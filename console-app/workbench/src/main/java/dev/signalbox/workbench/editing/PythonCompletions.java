// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import dev.signalbox.authoring.complete.NameMatch;
import dev.signalbox.workbench.editing.Completion.Kind;
import dev.signalbox.workbench.editing.Completion.Writes;
import dev.signalbox.workbench.editing.PythonApi.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What could be written at a place in Python: what `self` and messages have, what the node calls, names of properties
/// and steps, and words of the text. Whoever wants more than that needs a language server.
final class PythonCompletions implements Completions {
    private static final Pattern METHOD_NAME = Pattern.compile("^(?<indent>\\s+)(?<made>(?:async\\s+)?def\\s+)$");
    private static final Pattern MESSAGE = Pattern.compile("message|msg|args|state");
    private static final List<String> CATEGORIES = List.of("static", "security", "general");
    private static final List<String> BUILT_IN = List.of(
            "abs",
            "all",
            "any",
            "bool",
            "bytes",
            "dict",
            "enumerate",
            "Exception",
            "float",
            "int",
            "isinstance",
            "len",
            "list",
            "max",
            "min",
            "open",
            "print",
            "range",
            "round",
            "self",
            "set",
            "sorted",
            "str",
            "sum",
            "super",
            "tuple",
            "type",
            "ValueError",
            "zip");

    private final int from;
    private final List<Completion> all;

    private PythonCompletions(int from, List<Completion> all) {
        this.from = from;
        this.all = all;
    }

    static Completions at(Question asked) {
        PythonPlace place = PythonPlace.at(asked.source(), asked.place());
        Optional<Token> quote = place.quote();
        List<Completion> rows = quote.isPresent()
                ? place.argument(quote.get())
                        .map(in -> names(in, asked.around()))
                        .orElse(List.of())
                : code(place);
        return rows.isEmpty() ? NONE : new PythonCompletions(place.start(), rows);
    }

    private static List<Completion> names(PythonPlace.Argument in, Question.Around around) {
        if (in.called().equals("SubmitAction")) {
            return in.first().isEmpty() ? plain(Kind.STEP, around.steps()) : List.of();
        }
        return in.first().isEmpty() ? plain(Kind.PROPERTY, CATEGORIES) : plain(Kind.PROPERTY, around.properties());
    }

    private static List<Completion> code(PythonPlace place) {
        Matcher method = METHOD_NAME.matcher(place.before());
        if (method.matches()) {
            return called(place, method);
        }
        if (place.isMember()) {
            return place.receiver().map(of -> members(of, place)).orElse(List.of());
        }
        var words = new ArrayList<Completion>(plain(Kind.VARIABLE, new PythonNames(place.text()).words(place)));
        words.addAll(plain(Kind.KEYWORD, PythonColours.keywords()));
        words.addAll(plain(Kind.TYPE, BUILT_IN));
        return List.copyOf(unique(words));
    }

    /// The first of each name.
    private static Collection<Completion> unique(List<Completion> rows) {
        var byName = new LinkedHashMap<String, Completion>();
        rows.forEach(row -> byName.putIfAbsent(row.name(), row));
        return byName.values();
    }

    private static List<Completion> called(PythonPlace place, Matcher method) {
        String body = ":\n" + method.group("indent").repeat(2);
        int before = method.group("made").length();
        return PythonApi.CALLED.stream()
                .map(PythonApi.service()::get)
                .filter(one -> one != null
                        && new PythonNames(place.text()).definition(one.name()).isEmpty())
                .map(one -> {
                    String comma = one.call().parameters().isEmpty() ? "" : ", ";
                    String text = "async def " + one.name() + "(self" + comma
                            + one.call().parameters() + ")" + body;
                    return new Completion(
                            Kind.OVERRIDE,
                            one.name(),
                            one.call().parameters(),
                            one.call().gives(),
                            false,
                            new Writes(before, text, text.length(), ""));
                })
                .toList();
    }

    private static List<Completion> members(String of, PythonPlace place) {
        if (of.equals("self")) {
            var own = new PythonNames(place.text()).own();
            Stream<Member> all = Stream.concat(
                    own.values().stream(),
                    PythonApi.service().values().stream().filter(one -> !own.containsKey(one.name())));
            return all.map(one -> row(one, place)).toList();
        }
        boolean isMessage = MESSAGE.matcher(of).matches()
                || Pattern.compile("\\b" + of + "\\s*:\\s*QueueMessage\\b")
                        .matcher(place.text())
                        .find();
        return isMessage
                ? PythonApi.message().values().stream()
                        .map(one -> row(one, place))
                        .toList()
                : List.of();
    }

    /// What has to be awaited is.
    private static Completion row(Member one, PythonPlace place) {
        if (!one.isMethod()) {
            return new Completion(
                    Kind.FIELD,
                    one.name(),
                    "",
                    "",
                    false,
                    new Writes(0, one.name(), one.name().length(), ""));
        }
        String before = place.before();
        int self = before.length() - "self.".length();
        boolean awaits = one.call().isAsync()
                && before.endsWith("self.")
                && !before.substring(0, self).endsWith("await ");
        String text = (awaits ? "await self." : "") + one.name() + (place.isCalled() ? "" : "()");
        int caret = place.isCalled() || one.call().parameters().isEmpty() ? text.length() : text.length() - 1;
        var writes = new Writes(awaits ? "self.".length() : 0, text, caret, "");
        return new Completion(
                Kind.METHOD, one.name(), one.call().parameters(), one.call().gives(), false, writes);
    }

    private static List<Completion> plain(Kind kind, Collection<String> names) {
        return names.stream()
                .map(name -> new Completion(kind, name, "", "", false, new Writes(0, name, name.length(), "")))
                .toList();
    }

    @Override
    public int from() {
        return from;
    }

    @Override
    public boolean whole() {
        return true;
    }

    private record Fitting(Completion row, NameMatch how) {}

    @Override
    public List<Completion> matching(String typed) {
        return all.stream()
                .flatMap(row -> NameMatch.of(row.name(), typed).map(how -> new Fitting(row, how)).stream())
                .sorted(Comparator.comparing(Fitting::how))
                .map(Fitting::row)
                .toList();
    }
}
