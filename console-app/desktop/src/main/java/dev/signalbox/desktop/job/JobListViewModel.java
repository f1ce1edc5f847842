// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Merging;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.job.JobPage;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.JobView;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.job.Jobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which jobs and series there are. It looks again when the hub says that something changed and the page is in front.
final class JobListViewModel {
    private final Jobs jobs;
    private final OnFx fx;
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
    private final ObservableList<SeriesRow> series = FXCollections.observableArrayList();
    private final BooleanProperty empty = new SimpleBooleanProperty(true);
    private final BooleanProperty hasOlder = new SimpleBooleanProperty();
    private final IntegerProperty looks = new SimpleIntegerProperty();
    private List<JobView> older = List.of();
    private long before;
    private boolean inFront;
    private boolean looking;
    private boolean lookAgain;
    private boolean merging;

    JobListViewModel(Jobs jobs, OnFx fx) {
        this.jobs = jobs;
        this.fx = fx;
    }

    void shown() {
        inFront = true;
        look();
    }

    void left() {
        inFront = false;
    }

    /// Something changed at the hub. One look is under way at a time, so a busy hub is asked no faster than it answers.
    void look() {
        if (!inFront) {
            return;
        }
        if (looking) {
            lookAgain = true;
            return;
        }
        looking = true;
        ask(() -> new Look(jobs.page(0), jobs.series()), this::show);
    }

    private record Look(JobPage page, List<JobSeries> series) {}

    private void show(Look look) {
        looking = false;
        if (older.isEmpty()) {
            before = look.page().before();
        }
        merging = true;
        Merging.into(rows, rows(look.page().jobs()), JobRow::id);
        merging = false;
        Merging.into(series, look.series().stream().map(SeriesRow::new).toList(), SeriesRow::name);
        hasOlder.set(before > 0);
        empty.set(rows.isEmpty() && series.isEmpty());
        looks.set(looks.get() + 1);
        if (lookAgain) {
            lookAgain = false;
            look();
        }
    }

    /// The newest, then those older ones that the person asked for.
    private List<JobRow> rows(List<JobView> newest) {
        Set<String> ids = newest.stream().map(JobView::id).collect(Collectors.toSet());
        return Stream.concat(newest.stream(), older.stream().filter(job -> !ids.contains(job.id())))
                .map(JobRow::new)
                .toList();
    }

    void personWantsOlder() {
        ask(() -> jobs.page(before), page -> {
            List<JobView> more = new ArrayList<>(older);
            more.addAll(page.jobs());
            older = List.copyOf(more);
            before = page.before();
            look();
        });
    }

    /// Shows the hub's answer, or keeps the problem for the page.
    <T> void ask(Callable<T> question, Consumer<T> show) {
        fx.fetch(
                question,
                answer -> {
                    problem.set(Optional.empty());
                    show.accept(answer);
                },
                why -> {
                    looking = false;
                    problem.set(Optional.of(why));
                });
    }

    /// Why the last question has no answer.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    /// Newest first.
    ObservableList<JobRow> rows() {
        return rows;
    }

    ObservableList<SeriesRow> series() {
        return series;
    }

    /// Whether rows are being replaced: what a table marks meanwhile is no choice of the person's.
    boolean isMerging() {
        return merging;
    }

    /// Changes whenever the rows were brought up to date.
    ReadOnlyIntegerProperty looks() {
        return looks;
    }

    ReadOnlyBooleanProperty empty() {
        return empty;
    }

    ReadOnlyBooleanProperty hasOlder() {
        return hasOlder;
    }

    long open() {
        return rows.stream().filter(JobRow::isOpen).count();
    }
}
