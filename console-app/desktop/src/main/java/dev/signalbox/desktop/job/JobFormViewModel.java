// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.job.NewSeries;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.job.Jobs;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Checks a job that is written, makes it, and says of each thing that is wrong which field it is.
final class JobFormViewModel {
    private final Jobs jobs;
    private final OnFx fx;
    private final Clock clock;
    private final ObjectProperty<Map<JobField, String>> complaints = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private boolean tried;

    JobFormViewModel(Jobs jobs, OnFx fx, Clock clock) {
        this.jobs = jobs;
        this.fx = fx;
        this.clock = clock;
    }

    /// A name for a job that does that.
    String name(String what) {
        return JobNames.of(what, clock.instant());
    }

    /// The person begins anew: nothing is wrong yet.
    void begin() {
        tried = false;
        complaints.set(Map.of());
        problem.set(Optional.empty());
    }

    /// What is typed changed: complaints that were made are looked at again, new ones wait for the button.
    void typed(JobDraft draft) {
        if (tried) {
            complaints.set(draft.complaints(clock.instant()));
        }
    }

    /// Makes it unless something is wrong.
    ///
    /// @param conditionIsRight whether its box found nothing wrong
    /// @param made told the name of the job or series
    void personMakes(JobDraft draft, boolean conditionIsRight, Consumer<String> made) {
        tried = true;
        complaints.set(draft.complaints(clock.instant()));
        problem.set(Optional.empty());
        if (complaints.get().isEmpty() && conditionIsRight && !busy.get()) {
            busy.set(true);
            fx.fetch(
                    () -> make(draft),
                    name -> {
                        busy.set(false);
                        made.accept(name);
                    },
                    this::refused);
        }
    }

    private String make(JobDraft draft) {
        return draft.rule()
                .map(rule -> jobs.repeat(new NewSeries(draft.job(), rule)).name())
                .orElseGet(() -> jobs.make(draft.job()).id());
    }

    private void refused(Problem why) {
        busy.set(false);
        Optional<JobField> field = JobField.of(why.code());
        field.ifPresent(its -> {
            Map<JobField, String> wrong = new EnumMap<>(JobField.class);
            wrong.put(its, why.what());
            complaints.set(wrong);
        });
        problem.set(field.isEmpty() ? Optional.of(why) : Optional.empty());
    }

    ReadOnlyObjectProperty<Map<JobField, String>> complaints() {
        return complaints;
    }

    /// What is wrong with no field in particular.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    /// Whether the hub is being asked.
    ReadOnlyBooleanProperty busy() {
        return busy;
    }
}
