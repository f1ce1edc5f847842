// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.rows;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.query.Queries;
import dev.signalbox.workbench.query.Row;
import dev.signalbox.workbench.query.RowPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the Query page knows: the rows that came so far, and whether there are more.
final class RowsViewModel {
    private final Queries queries;
    private final OnFx fx;
    private final ObjectProperty<List<Row>> rows = new SimpleObjectProperty<>(List.of());
    private final StringProperty words = new SimpleStringProperty("");
    private final BooleanProperty asked = new SimpleBooleanProperty();
    private final BooleanProperty hasMore = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private String query = "";
    private String continuation = "";
    private int question;

    RowsViewModel(Queries queries, OnFx fx) {
        this.queries = queries;
        this.fx = fx;
    }

    void personRuns(String text) {
        query = text;
        ask("", page -> show(page, page.rows()));
    }

    void personWantsMore() {
        ask(continuation, page -> {
            List<Row> all = new ArrayList<>(rows.get());
            all.addAll(page.rows());
            show(page, all);
        });
    }

    /// Writes all rows, those that were not shown yet too.
    void personExports(Path file) {
        String exported = query;
        work(
                () -> RowsFile.write(queries, exported, file),
                number -> words.set(String.format(Locale.ROOT, "%,d rows written to %s", number, file.getFileName())));
    }

    private void ask(String from, Consumer<RowPage> show) {
        String text = query;
        work(() -> queries.rows(text, from), show);
    }

    /// An answer to an older question is dropped.
    private <T> void work(Callable<T> task, Consumer<T> show) {
        int mine = ++question;
        busy.set(true);
        fx.fetch(
                task,
                answer -> {
                    if (mine == question) {
                        busy.set(false);
                        problem.set(Optional.empty());
                        show.accept(answer);
                    }
                },
                why -> {
                    if (mine == question) {
                        busy.set(false);
                        problem.set(Optional.of(why));
                    }
                });
    }

    private void show(RowPage page, List<Row> all) {
        continuation = page.continuation();
        asked.set(true);
        rows.set(List.copyOf(all));
        hasMore.set(!continuation.isEmpty());
        String number = all.size() == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", all.size());
        words.set(hasMore.get() ? "the first " + number : number);
    }

    /// The text the rows answer.
    String query() {
        return query;
    }

    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows;
    }

    ReadOnlyStringProperty words() {
        return words;
    }

    /// Whether a query was answered.
    ReadOnlyBooleanProperty asked() {
        return asked;
    }

    ReadOnlyBooleanProperty hasMore() {
        return hasMore;
    }

    ReadOnlyBooleanProperty busy() {
        return busy;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
