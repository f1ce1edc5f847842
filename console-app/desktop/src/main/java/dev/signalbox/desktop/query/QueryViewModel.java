// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import dev.signalbox.desktop.kit.Debounce;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.query.SavedQuery;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.query.Queries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What a query box knows: the text, what is wrong with it, how many devices match, and which queries are kept.
final class QueryViewModel {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Queries queries;
    private final OnFx fx;
    private final QueryScope scope;
    private final Debounce checking;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Optional<QueryFault>> fault = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Count> count = new SimpleObjectProperty<>(Count.NONE);
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<SavedQuery> saved = FXCollections.observableArrayList();
    private Map<String, List<String>> paths = Map.of();

    QueryViewModel(Queries queries, OnFx fx, QueryScope scope) {
        this.queries = queries;
        this.fx = fx;
        this.scope = scope;
        this.checking = new Debounce(fx, PAUSE);
        text.addListener((its, before, now) -> checking.soon(this::check));
    }

    /// The fleet or the kept queries may have changed: looks at both again, and counts anew.
    void look() {
        quietly(queries::saved, saved::setAll);
        quietly(queries::paths, found -> paths = found);
        check();
    }

    /// What is wrong is known when this returns; how many match, a moment later.
    void check() {
        checking.cancel();
        String asked = text.get();
        fault.set(QueryFault.in(asked, scope));
        if (fault.get().isPresent() || (scope == QueryScope.NARROWING && asked.isBlank())) {
            count.set(Count.NONE);
            return;
        }
        if (count.get().stage() != Count.Stage.KNOWN) {
            count.set(Count.COUNTING);
        }
        fx.fetch(
                () -> queries.count(asked),
                found -> counted(asked, Count.of(found)),
                why -> counted(asked, Count.FAILED));
    }

    private void counted(String asked, Count found) {
        if (asked.equals(text.get()) && fault.get().isEmpty()) {
            count.set(found);
        }
    }

    /// What can be written at that place.
    List<Completion> completions(int caret) {
        return Completions.at(text.get(), Math.clamp(caret, 0, text.get().length()), paths, scope);
    }

    /// Does something when the field has taken the key that is being handled.
    void afterKey(Runnable action) {
        fx.later(action);
    }

    /// Writes a kept query; where a condition is wanted, the condition of a whole query.
    void personChose(SavedQuery query) {
        boolean wantsCondition = scope != QueryScope.EITHER;
        text.set(wantsCondition ? DeviceCondition.of(query.query()).orElse(query.query()) : query.query());
        check();
    }

    void personSaves(String name) {
        change(() -> queries.save(new SavedQuery(name, text.get().strip())));
    }

    void personForgets(SavedQuery query) {
        change(() -> queries.delete(query.name()));
    }

    private void change(Runnable work) {
        fx.fetch(
                () -> {
                    work.run();
                    return queries.saved();
                },
                now -> {
                    saved.setAll(now);
                    problem.set(Optional.empty());
                },
                why -> problem.set(Optional.of(why)));
    }

    /// A hub that cannot be asked is told of elsewhere; what was known stays.
    private <T> void quietly(Callable<T> question, Consumer<T> show) {
        fx.fetch(question, show, ignored -> {});
    }

    StringProperty text() {
        return text;
    }

    ReadOnlyObjectProperty<Optional<QueryFault>> fault() {
        return fault;
    }

    ReadOnlyObjectProperty<Count> count() {
        return count;
    }

    /// Why the last change of the kept queries failed.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    ObservableList<SavedQuery> saved() {
        return saved;
    }
}
