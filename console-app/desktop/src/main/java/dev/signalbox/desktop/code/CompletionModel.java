// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.editing.Completion;
import dev.signalbox.workbench.editing.Completions;
import dev.signalbox.workbench.editing.Edit;
import dev.signalbox.workbench.editing.Question;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// When something is offered at the caret, and what. Asks once for a word and narrows the answer while the person types
/// on in it; one question at a time is on its way, and an answer about a text that has become another is dropped.
/// Used on the FX thread.
public final class CompletionModel {
    private static final int LETTERS = 2;
    private static final Pattern WORD = Pattern.compile("[\\p{javaJavaIdentifierPart}-]*");
    /// Rows nobody reads are not shown; more letters bring them up.
    private static final int MOST = 200;

    private final SourceHelp help;
    private final OnFx fx;
    private final String fileName;
    private final Supplier<Question.Around> around;
    private final ObjectProperty<List<Completion>> rows = new SimpleObjectProperty<>(List.of());
    private Completions answer = Completions.NONE;
    private At asked = At.NOWHERE;
    private At now = At.NOWHERE;
    private boolean wanted;
    private boolean busy;

    private record At(String text, int caret) {
        static final At NOWHERE = new At("", -1);

        char left(int steps) {
            return caret < steps ? ' ' : text.charAt(caret - steps);
        }

        int letters() {
            int from = caret;
            while (from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
                from--;
            }
            return caret - from;
        }

        /// Whether all that is new since then is letters of the word that begins at the place.
        boolean goesOn(At before, int place) {
            return before.caret() >= place
                    && place <= caret
                    && text.regionMatches(0, before.text(), 0, place)
                    && WORD.matcher(text.substring(place, caret)).matches();
        }
    }

    /// @param around what is known beside the text, asked for each time
    public CompletionModel(SourceHelp help, OnFx fx, String fileName, Supplier<Question.Around> around) {
        this.help = help;
        this.fx = fx;
        this.fileName = fileName;
        this.around = around;
    }

    /// What is offered, best first; empty while nothing is.
    public ReadOnlyObjectProperty<List<Completion>> rows() {
        return rows;
    }

    boolean offers() {
        return !rows.get().isEmpty();
    }

    /// What the person has typed of the word that is offered something for.
    String typed() {
        return now.text().substring(answer.from(), now.caret());
    }

    /// A character came in: offers something behind a point and once a word has some letters.
    public void personTyped(String text, int caret) {
        now = new At(text, caret);
        if (!opens() && known()) {
            if (wanted) {
                narrow();
            }
        } else if (opens() || now.letters() >= LETTERS) {
            ask();
        } else {
            personCloses();
        }
    }

    /// A point, `::` and the quote that opens a text, which may be one that names something.
    private boolean opens() {
        char last = now.left(1);
        return last == '.' || last == '"' || (last == ':' && now.left(2) == ':');
    }

    private boolean known() {
        return !busy && now.goesOn(asked, answer.from());
    }

    /// Ctrl+Space: something is offered wherever the caret is.
    public void personAsks(String text, int caret) {
        now = new At(text, caret);
        ask();
    }

    /// The caret went somewhere else, or back over a letter.
    public void moved(String text, int caret) {
        now = new At(text, caret);
        if (wanted && !busy) {
            if (known()) {
                narrow();
            } else {
                personCloses();
            }
        }
    }

    /// Nothing more is offered for this word.
    public void personCloses() {
        wanted = false;
        rows.set(List.of());
    }

    private void ask() {
        wanted = true;
        if (!busy) {
            busy = true;
            At mine = now;
            var question = new Question(fileName, mine.text(), mine.caret(), around.get());
            fx.fetch(
                    () -> help.complete(question),
                    found -> answered(mine, found),
                    ignored -> answered(mine, Completions.NONE));
        }
    }

    /// An answer about another place is of no use; the person may have asked about this one since.
    private void answered(At mine, Completions found) {
        busy = false;
        if (now.goesOn(mine, found.from())) {
            answer = found;
            asked = mine;
            if (wanted) {
                narrow();
            }
        } else if (wanted && (opens() || now.letters() >= LETTERS)) {
            ask();
        } else {
            personCloses();
        }
    }

    /// Shows what still fits; asks once more when letters make more known than was known without.
    private void narrow() {
        List<Completion> fits = answer.matching(typed());
        rows.set(isWritten(fits) ? List.of() : List.copyOf(fits.subList(0, Math.min(MOST, fits.size()))));
        if (!answer.whole() && typed().length() >= LETTERS) {
            ask();
        }
    }

    /// Whether all that is left is there already.
    private boolean isWritten(List<Completion> fits) {
        return fits.size() == 1 && changesNothing(fits.getFirst());
    }

    /// Whether taking it would leave the text as it is.
    boolean changesNothing(Completion row) {
        return row.writes().text().equals(typed()) && row.writes().imports().isEmpty();
    }

    /// What taking a row changes, the last place first, so that each is right when the ones before it are made.
    ///
    /// @param whole whether the rest of the word behind the caret goes too
    public List<Edit> taken(Completion row, boolean whole) {
        int start = answer.from() - row.writes().before();
        int end = now.caret();
        while (whole
                && end < now.text().length()
                && Character.isJavaIdentifierPart(now.text().charAt(end))) {
            end++;
        }
        var written = new Edit(start, end, row.writes().text());
        String imports = row.writes().imports();
        return imports.isEmpty()
                ? List.of(written)
                : Stream.concat(Stream.of(written), help.importing(fileName, now.text(), imports).stream())
                        .toList();
    }
}
