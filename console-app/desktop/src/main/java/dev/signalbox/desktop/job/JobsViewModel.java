// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.job.JobView;
import dev.signalbox.operator.job.RerunJob;
import dev.signalbox.workbench.job.Jobs;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the Jobs page knows: which job is looked at, and what the person does with jobs and series.
final class JobsViewModel {
    private final Jobs jobs;
    private final JobListViewModel list;
    private final ObjectProperty<Optional<JobRow>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private String wanted = "";

    JobsViewModel(Jobs jobs, OnFx fx) {
        this.jobs = jobs;
        this.list = new JobListViewModel(jobs, fx);
        list.looks().subscribe(this::choose);
    }

    /// The one the person chose, else the newest.
    private void choose() {
        Optional<JobRow> found =
                list.rows().stream().filter(row -> row.id().equals(wanted)).findFirst();
        chosen.set(found.or(() -> list.rows().stream().findFirst()));
    }

    void personChose(String id) {
        if (!list.isMerging()) {
            wanted = id;
            choose();
        }
    }

    void personCancels(JobRow row) {
        change(() -> jobs.cancel(row.id()));
    }

    /// Makes a new job of those that failed, and shows it.
    void personReruns(JobRow row, boolean unknownToo) {
        String id =
                JobNames.rerun(row.id(), list.rows().stream().map(JobRow::id).toList());
        change(() -> jobs.rerun(row.id(), new RerunJob(id, unknownToo)));
    }

    void personEnds(SeriesRow row) {
        list.ask(
                () -> {
                    jobs.end(row.name());
                    return row;
                },
                ended -> list.look());
    }

    /// A job was made elsewhere on the page.
    void made(String id) {
        wanted = id;
        list.look();
    }

    private void change(Callable<JobView> work) {
        list.ask(work, job -> made(job.id()));
    }

    JobListViewModel list() {
        return list;
    }

    /// Empty while there are no jobs.
    ReadOnlyObjectProperty<Optional<JobRow>> chosen() {
        return chosen;
    }
}
