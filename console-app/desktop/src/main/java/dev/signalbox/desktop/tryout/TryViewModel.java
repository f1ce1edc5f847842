// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tryout;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.tryout.Try;
import dev.signalbox.workbench.tryout.TryEvent;
import dev.signalbox.workbench.tryout.TryMessages;
import dev.signalbox.workbench.tryout.TryPlan;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the person hands to a service at the desk, and what it does with it. One try at a time. Used on the FX thread
/// only; the service runs in a process of its own.
public final class TryViewModel {
    private final Supplier<ServiceDraft> draft;
    private final Function<ServiceDraft, List<Path>> files;
    private final OnFx fx;
    private final Asking asking;
    private final StringProperty messages = new SimpleStringProperty("");
    private final IntegerProperty linger = new SimpleIntegerProperty(0);
    private final Map<String, String> values = new HashMap<>();
    private final ObservableList<TryRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<TryState> state = new SimpleObjectProperty<>(TryState.NEVER);
    private Optional<Run> run = Optional.empty();

    /// @param draft the service as it is typed just now
    /// @param files of the packages it asks for; may take long, and may fail with a ProblemException
    public TryViewModel(Supplier<ServiceDraft> draft, Function<ServiceDraft, List<Path>> files, OnFx fx) {
        this.draft = draft;
        this.files = files;
        this.fx = fx;
        this.asking = new Asking(fx);
    }

    /// One try, from the moment the person asked for it; its process may come later, or not at all.
    private final class Run {
        private Optional<Try> begun = Optional.empty();

        void isBegun(Try it) {
            begun = Optional.of(it);
            if (!isCurrent()) {
                it.close();
            }
        }

        void hear(List<TryEvent> events) {
            if (isCurrent()) {
                rows.addAll(events.stream().map(TryRow::new).toList());
                events.stream().filter(event -> event.kind().isLast()).forEach(last -> leave(stateAfter(last)));
            }
        }

        private boolean isCurrent() {
            return run.filter(this::equals).isPresent();
        }

        void close() {
            begun.ifPresent(Try::close);
        }
    }

    private static TryState stateAfter(TryEvent last) {
        return last.kind() == TryEvent.Kind.ENDED ? TryState.ENDED : TryState.FAILED;
    }

    private void leave(TryState now) {
        if (state.get() == TryState.RUNNING) {
            state.set(now);
        }
    }

    /// Runs it as it is typed, on the messages that are typed; a try that still runs is stopped.
    void personRuns() {
        personStops();
        asking.clear();
        rows.clear();
        try {
            begin(draft.get());
        } catch (ProblemException refused) {
            asking.explain(refused.problem());
        }
    }

    private TryPlan plan(ServiceDraft now) {
        TryPlan.refusal(now.language()).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return new Tried(now, values).plan(TryMessages.lines(messages.get()), linger.get());
    }

    private void begin(ServiceDraft now) {
        TryPlan plan = plan(now);
        var mine = new Run();
        run = Optional.of(mine);
        state.set(TryState.RUNNING);
        Consumer<List<TryEvent>> hear = fx.batched(mine::hear);
        fx.fetch(
                () -> Try.start(plan.withJars(files.apply(now)), event -> hear.accept(List.of(event))),
                mine::isBegun,
                this::isNotBegun);
    }

    private void isNotBegun(Problem why) {
        leave(TryState.FAILED);
        asking.explain(why);
    }

    /// Ends the try that runs, whatever it is at.
    public void personStops() {
        leave(TryState.STOPPED);
        run.ifPresent(Run::close);
        run = Optional.empty();
    }

    /// For this and the next tries.
    ///
    /// @param id of a property
    void personSets(String id, String value) {
        values.put(id, value);
    }

    /// What a property has in the next try.
    String value(PropertyDefinition property) {
        return values.getOrDefault(property.id(), property.initialValue());
    }

    /// Bodies, one JSON a line.
    StringProperty messages() {
        return messages;
    }

    /// How long its timers run on after the last message, in seconds.
    IntegerProperty linger() {
        return linger;
    }

    /// What it did, in order.
    ObservableList<TryRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<TryState> state() {
        return state;
    }

    /// Why it was not tried.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return asking.problem();
    }

    /// The properties it has just now.
    List<PropertyDefinition> properties() {
        return draft.get().properties();
    }
}
