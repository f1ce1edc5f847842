// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Scope;
import com.sun.source.util.TreePath;
import dev.signalbox.authoring.complete.Candidate.Kind;
import dev.signalbox.authoring.complete.Candidate.Nearness;
import dev.signalbox.authoring.model.Reading;
import dev.signalbox.authoring.model.Source;
import dev.signalbox.authoring.model.SourceModel;
import dev.signalbox.authoring.model.TypeIndex;
import dev.signalbox.authoring.model.TypeName;
import dev.signalbox.authoring.text.Code;
import dev.signalbox.authoring.text.Imports;
import dev.signalbox.authoring.text.Nesting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Says what an author could write at the caret, from what the nodes' compiler makes of the text so far. Thread-safe.
/// Never throws for what the author wrote.
public final class JavaCompleter {
    /// With fewer letters nearly every type there is would be among them.
    private static final int LETTERS_FOR_TYPES = 2;

    private final SourceModel model;

    public JavaCompleter(SourceModel model) {
        this.model = model;
    }

    /// @param caret offset from 0; the word before it is completed
    public Completions at(Source source, int caret, Known known) {
        Code code = Code.of(source.text());
        Place place = Place.at(code, Math.clamp(caret, 0, source.text().length()));
        return switch (place.what()) {
            case NOTHING -> Completions.none(place.from());
            case PROPERTY -> texts(place, Kind.PROPERTY, known.properties());
            case STEP -> texts(place, Kind.STEP, known.steps());
            case IMPORT -> imported(source, code, place);
            case ANNOTATION -> annotations(source, code, place);
            case NAME, MEMBER -> asked(source, code, place);
        };
    }

    private static Completions texts(Place place, Kind kind, List<String> words) {
        return new Completions(
                place.from(),
                words.stream()
                        .map(word -> Candidate.plain(kind, word, Nearness.OWN))
                        .toList(),
                true);
    }

    private Completions imported(Source source, Code code, Place place) {
        String before = code.text().substring(0, place.from());
        Matcher path = Pattern.compile("([\\w.]*)\\.\\z").matcher(before);
        boolean closed = code.text().startsWith(";", code.wordEnd(place.to()));
        String packageName = path.find() ? path.group(1) : "";
        TypeIndex index = model.types(source.packages());
        return new Completions(place.from(), PackageRows.in(index, packageName, closed ? "" : ";"), true);
    }

    private Completions annotations(Source source, Code code, Place place) {
        Imports imports = Imports.of(code);
        List<Candidate> all = model.types(source.packages())
                .types()
                .filter(type -> type.kind() == TypeName.Kind.ANNOTATION)
                .map(type -> Rows.type(type, imports, ""))
                .toList();
        return new Completions(place.from(), all, true);
    }

    private Completions asked(Source source, Code code, Place place) {
        Optional<Completions> found = read(source.with(Probe.in(code, place)), code, place);
        return found.or(() -> read(source.with(Probe.cut(code, place)), code, place))
                .orElseGet(() -> withoutCompiler(code, place));
    }

    private Optional<Completions> read(Source probe, Code code, Place place) {
        return model.read(probe, reading -> reading.find(Probe::is).map(at -> completions(reading, at, code, place)))
                .flatMap(found -> found);
    }

    private static Completions completions(Reading reading, TreePath at, Code code, Place place) {
        boolean called = code.text().startsWith("(", code.wordEnd(place.to()));
        if (!(at.getLeaf() instanceof IdentifierTree)) {
            boolean bare = called || at.getLeaf() instanceof MemberReferenceTree;
            return new Completions(
                    place.from(), new Members(reading.analyzed(), new Rows(reading, bare), at).candidates(), true);
        }
        return names(reading, at, code, place, called);
    }

    private static Completions names(Reading reading, TreePath at, Code code, Place place, boolean called) {
        Names.Position position = Names.position(at);
        var all = new ArrayList<Candidate>();
        switch (position) {
            case STATEMENT, EXPRESSION -> {
                Scope scope = reading.trees().getScope(at);
                all.addAll(new Names(reading, new Rows(reading, called)).in(scope));
                if (position == Names.Position.STATEMENT && !called) {
                    Words.snippets(code.indent(place.from()), inService(reading, scope))
                            .forEach(all::add);
                }
            }
            case MEMBER -> all.addAll(overrides(reading, at, code, place));
            case NEW, TYPE -> {}
        }
        Words.at(position).forEach(all::add);
        String after = position == Names.Position.NEW && !called ? "(|)" : "";
        types(reading.index(), Imports.of(code), place.typed(code), after).forEach(all::add);
        return new Completions(place.from(), all, place.typed(code).length() >= LETTERS_FOR_TYPES);
    }

    private static List<Candidate> overrides(Reading reading, TreePath at, Code code, Place place) {
        String indent = code.indent(place.from());
        return new Overrides(reading.analyzed(), Imports.of(code), indent).candidates(at, Probe.modifiers(code, place));
    }

    private static boolean inService(Reading reading, Scope scope) {
        var service = reading.elements().getTypeElement("dev.signalbox.api.CustomService");
        return scope.getEnclosingClass() != null
                && service != null
                && reading.types().isSubtype(scope.getEnclosingClass().asType(), service.asType());
    }

    /// Types that can be named as they are, and others once letters say which.
    private static Stream<Candidate> types(TypeIndex index, Imports imports, String typed, String after) {
        boolean all = typed.length() >= LETTERS_FOR_TYPES;
        return index.types()
                .filter(type -> all ? NameMatch.of(type.name(), typed).isPresent() : imports.has(type))
                .filter(type -> after.isEmpty() || type.kind() != TypeName.Kind.ANNOTATION)
                .map(type -> Rows.type(type, imports, after));
    }

    /// What can be said of a place that the compiler makes nothing of.
    private Completions withoutCompiler(Code code, Place place) {
        if (place.what() == Place.What.MEMBER) {
            return Completions.none(place.from());
        }
        boolean outermost = Nesting.at(code, place.from()).closing().isEmpty();
        Stream<Candidate> words = outermost ? Words.topLevel() : Stream.empty();
        return new Completions(place.from(), words.toList(), true);
    }
}
