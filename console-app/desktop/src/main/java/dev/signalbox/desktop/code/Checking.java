// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.Debounce;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.editing.Fold;
import dev.signalbox.workbench.editing.Mark;
import dev.signalbox.workbench.editing.Severity;
import dev.signalbox.workbench.editing.SourceHelp;
import dev.signalbox.workbench.editing.Token;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the compiler says about a text, and its colours, a moment after the last key. One check runs at a time; an
/// answer about a text that has changed since is dropped.
public final class Checking {
    private static final Duration COLOURS = Duration.ofMillis(150);
    private static final Duration MARKS = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final SourceHelp help;
    private final OnFx fx;
    private final String fileName;
    private final Debounce colouring;
    private final Debounce marking;
    private final ObjectProperty<List<Mark>> marks = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<Token>> tokens = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<Fold>> folds = new SimpleObjectProperty<>(List.of());
    private String text = "";
    private List<String> packages = List.of();
    private boolean busy;
    private Duration took = Duration.ZERO;

    public Checking(SourceHelp help, OnFx fx, String fileName) {
        this.help = help;
        this.fx = fx;
        this.fileName = fileName;
        colouring = new Debounce(fx, COLOURS);
        marking = new Debounce(fx, this::pause);
    }

    /// As long as the last look at all of it took: a long text that is looked at in each short pause would slow the
    /// typing down.
    private Duration pause() {
        return took.compareTo(MARKS) < 0 ? MARKS : took.compareTo(LONGEST) > 0 ? LONGEST : took;
    }

    /// Begins to look at the text; soon, as more may come.
    public void look(String now) {
        text = now;
        colouring.soon(this::colour);
        marking.soon(this::check);
    }

    /// What the text needs beside its language's own; looks again if it is something else than before.
    public void needs(List<String> asked) {
        if (!asked.equals(packages)) {
            packages = asked;
            marking.soon(this::check);
        }
    }

    private void colour() {
        String asked = text;
        fx.fetch(
                () -> shape(asked),
                found -> {
                    if (asked.equals(text)) {
                        tokens.set(found.tokens());
                        folds.set(found.folds());
                    }
                },
                ignored -> {});
    }

    private record Shape(List<Token> tokens, List<Fold> folds) {}

    private Shape shape(String asked) {
        List<Token> found = help.highlight(fileName, asked);
        return new Shape(found, help.folds(fileName, asked, found));
    }

    private void check() {
        if (!busy) {
            busy = true;
            var asked = new Asked(text, packages);
            fx.fetch(
                    () -> timed(asked),
                    found -> {
                        took = found.took();
                        checked(asked, found.marks());
                    },
                    ignored -> checked(asked, List.of()));
        }
    }

    private record Found(List<Mark> marks, Duration took) {}

    private Found timed(Asked asked) {
        long begin = System.nanoTime();
        List<Mark> found = help.check(fileName, asked.text(), asked.packages());
        return new Found(found, Duration.ofNanos(System.nanoTime() - begin));
    }

    private record Asked(String text, List<String> packages) {}

    private void checked(Asked asked, List<Mark> found) {
        busy = false;
        if (asked.equals(new Asked(text, packages))) {
            marks.set(found);
        } else {
            marking.soon(this::check);
        }
    }

    /// The colours of one line alone, good enough until the whole text is looked at.
    List<Token> line(String line) {
        return help.highlight(fileName, line);
    }

    public long count(Severity severity) {
        return marks.get().stream().filter(mark -> mark.severity() == severity).count();
    }

    public ReadOnlyObjectProperty<List<Mark>> marks() {
        return marks;
    }

    ReadOnlyObjectProperty<List<Token>> tokens() {
        return tokens;
    }

    /// What can be folded, in order; of the text a moment ago while it is typed.
    ReadOnlyObjectProperty<List<Fold>> folds() {
        return folds;
    }
}
