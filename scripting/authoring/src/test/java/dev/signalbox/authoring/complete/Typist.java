// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import dev.signalbox.authoring.model.Source;
import dev.signalbox.authoring.model.SourceModel;
import dev.signalbox.authoring.text.Imports;
import java.nio.file.Path;
import java.util.List;

/// Somebody who writes a service, with `|` where the caret is.
final class Typist implements AutoCloseable {
    private final SourceModel model = new SourceModel();
    private final JavaCompleter completer = new JavaCompleter(model);
    private final Known known;

    Typist(Known known) {
        this.known = known;
    }

    /// What fits the word before the caret, best first.
    List<Candidate> offered(String marked) {
        return offered(marked, List.of());
    }

    /// The same in a service that brings jars along.
    List<Candidate> offered(String marked, List<Path> jars) {
        int caret = marked.indexOf('|');
        String text = marked.substring(0, caret) + marked.substring(caret + 1);
        Completions found = completer.at(new Source("Pump.java", text, jars), caret, known);
        return found.matching(text.substring(found.from(), caret));
    }

    List<String> names(String marked) {
        return offered(marked).stream().map(Candidate::name).toList();
    }

    /// The first of that name, as name, detail and type together.
    String row(String marked, String name) {
        return offered(marked).stream()
                .filter(one -> one.name().equals(name))
                .map(one -> one.name() + one.detail() + (one.type().isEmpty() ? "" : ": " + one.type()))
                .findFirst()
                .orElse("no " + name);
    }

    /// The text after the first candidate of that kind and name was taken, with `|` where the caret is then.
    String taken(String marked, Candidate.Kind kind, String name) {
        int caret = marked.indexOf('|');
        String text = marked.substring(0, caret) + marked.substring(caret + 1);
        Completions found = completer.at(new Source("Pump.java", text, List.of()), caret, known);
        Insertion insertion = found.matching(text.substring(found.from(), caret)).stream()
                .filter(one -> one.kind() == kind && one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + name))
                .insertion();
        int from = found.from() - insertion.before();
        String written = text.substring(0, from)
                + insertion.text().substring(0, insertion.caret())
                + "|"
                + insertion.text().substring(insertion.caret())
                + text.substring(caret);
        return insertion.imports().isEmpty()
                ? written
                : Imports.importing(written, insertion.imports())
                        .map(edit -> edit.in(written))
                        .orElse(written);
    }

    @Override
    public void close() {
        model.close();
    }
}
