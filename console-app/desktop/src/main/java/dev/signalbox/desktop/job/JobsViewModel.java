// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Merging;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.job.JobPage;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.JobView;
import dev.signalbox.operator.job.RerunJob;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.job.Jobs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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

/// What the Jobs page knows: the jobs, the series, and which job is looked at. It looks again when the hub says that
/// something changed and the page is in front.
final class JobsViewModel {
    private final Jobs jobs;
    private final OnFx fx;
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
    private final ObservableList<SeriesRow> series = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<JobRow>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty empty = new SimpleBooleanProperty(true);
    private final BooleanProperty hasOlder = new SimpleBooleanProperty();
    private final IntegerProperty looks = new SimpleIntegerProperty();
    private List<JobView> older = List.of();
    private String wanted = "";
    private long before;
    private boolean inFront;
    private boolean looking;
    private boolean lookAgain;
    private boolean merging;

    JobsViewModel(Jobs jobs, OnFx fx) {
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
        Set<String> newest = new HashSet<>();
        List<JobRow> all = new ArrayList<>();
        look.page().jobs().forEach(job -> {
            newest.add(job.id());
            all.add(new JobRow(job));
        });
        older.stream()
                .filter(job -> !newest.contains(job.id()))
                .map(JobRow::new)
                .forEach(all::add);
        merging = true;
        Merging.into(rows, all, JobRow::id);
        merging = false;
        Merging.into(series, look.series().stream().map(SeriesRow::new).toList(), SeriesRow::name);
        hasOlder.set(before > 0);
        empty.set(rows.isEmpty() && series.isEmpty());
        choose();
        looks.set(looks.get() + 1);
        if (lookAgain) {
            lookAgain = false;
            look();
        }
    }

    /// The one the person chose, else the newest.
    private void choose() {
        Optional<JobRow> found =
                rows.stream().filter(row -> row.id().equals(wanted)).findFirst();
        chosen.set(found.or(() -> rows.stream().findFirst()));
    }

    /// What a table marks by itself while its rows are replaced is no choice of the person's.
    void personChose(String id) {
        if (!merging) {
            wanted = id;
            choose();
        }
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

    void personCancels(JobRow row) {
        change(() -> jobs.cancel(row.id()));
    }

    /// Makes a new job of those that failed, and shows it.
    void personReruns(JobRow row, boolean unknownToo) {
        String id = JobNames.rerun(row.id(), rows.stream().map(JobRow::id).toList());
        change(() -> jobs.rerun(row.id(), new RerunJob(id, unknownToo)));
    }

    void personEnds(SeriesRow row) {
        ask(
                () -> {
                    jobs.end(row.name());
                    return row;
                },
                ended -> look());
    }

    /// A job was made elsewhere on the page.
    void made(String id) {
        wanted = id;
        look();
    }

    private void change(Callable<JobView> work) {
        ask(work, job -> {
            wanted = job.id();
            look();
        });
    }

    private <T> void ask(Callable<T> question, Consumer<T> show) {
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

    ObservableList<JobRow> rows() {
        return rows;
    }

    ObservableList<SeriesRow> series() {
        return series;
    }

    ReadOnlyObjectProperty<Optional<JobRow>> chosen() {
        return chosen;
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
