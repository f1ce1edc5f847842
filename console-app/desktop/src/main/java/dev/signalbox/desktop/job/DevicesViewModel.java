// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.Merging;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.job.JobDevicePage;
import dev.signalbox.operator.job.JobDeviceView;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.job.Jobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How the devices of the job that is looked at fare.
final class DevicesViewModel {
    private final Jobs jobs;
    private final Asking asking;
    private final ObservableList<DeviceRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty failedOnly = new SimpleBooleanProperty();
    private final BooleanProperty hasMore = new SimpleBooleanProperty();
    private Optional<JobRow> shown = Optional.empty();
    private int pages = 1;

    DevicesViewModel(Jobs jobs, OnFx fx) {
        this.jobs = jobs;
        this.asking = new Asking(fx);
        failedOnly.addListener((its, before, now) -> {
            pages = 1;
            look();
        });
    }

    /// Shows the devices of that job; asks only if it is another one, or its tally changed.
    void show(Optional<JobRow> job) {
        boolean other = !shown.map(JobRow::id).equals(job.map(JobRow::id));
        boolean changed = other || !shown.map(JobRow::tally).equals(job.map(JobRow::tally));
        shown = job;
        if (other) {
            pages = 1;
            rows.clear();
            hasMore.set(false);
        }
        if (changed) {
            look();
        }
    }

    void personWantsMore() {
        pages++;
        look();
    }

    private void look() {
        shown.map(JobRow::id).ifPresent(id -> {
            boolean failed = failedOnly.get();
            int wanted = pages;
            asking.ask(() -> pages(id, failed, wanted), page -> {
                if (shown.map(JobRow::id).equals(Optional.of(id)) && failed == failedOnly.get()) {
                    Merging.into(
                            rows, page.devices().stream().map(DeviceRow::new).toList(), DeviceRow::id);
                    hasMore.set(!page.after().isEmpty());
                }
            });
        });
    }

    private JobDevicePage pages(String id, boolean failed, int wanted) {
        List<JobDeviceView> all = new ArrayList<>();
        String after = "";
        for (int i = 0; i < wanted && (i == 0 || !after.isEmpty()); i++) {
            JobDevicePage page = jobs.devices(id, failed, after);
            all.addAll(page.devices());
            after = page.after();
        }
        return new JobDevicePage(all, after);
    }

    ObservableList<DeviceRow> rows() {
        return rows;
    }

    BooleanProperty failedOnly() {
        return failedOnly;
    }

    ReadOnlyBooleanProperty hasMore() {
        return hasMore;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return asking.problem();
    }
}
