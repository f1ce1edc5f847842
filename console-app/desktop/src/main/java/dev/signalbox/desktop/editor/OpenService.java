// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Debounce;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.service.Services;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One version of a service in a tab: its text and properties, and whether the hub has them.
///
/// A draft saves itself when the person pauses. Only one save is under way at a time, so that each names the etag the
/// one before was answered with.
final class OpenService {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Services services;
    private final OnFx fx;
    private final Debounce saving;
    private final StringProperty source;
    private final ObjectProperty<ServiceDraft> stored;
    private final ObjectProperty<List<PropertyDefinition>> properties;
    private final ObjectProperty<SaveState> state = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());

    OpenService(ServiceDraft draft, Services services, OnFx fx) {
        this.services = services;
        this.fx = fx;
        saving = new Debounce(fx, PAUSE);
        source = new SimpleStringProperty(draft.source());
        stored = new SimpleObjectProperty<>(draft);
        properties = new SimpleObjectProperty<>(draft.properties());
        state.set(draft.state() == ServiceState.RELEASED ? SaveState.RELEASED : SaveState.SAVED);
    }

    void personTyped(String text) {
        if (!readOnly() && !text.equals(source.get())) {
            source.set(text);
            touched();
        }
    }

    void personSetProperties(List<PropertyDefinition> definitions) {
        if (!readOnly() && !definitions.equals(properties.get())) {
            properties.set(List.copyOf(definitions));
            touched();
        }
    }

    private void touched() {
        if (state.get() == SaveState.CONFLICT) {
            return;
        }
        if (state.get() != SaveState.SAVING) {
            state.set(SaveState.UNSAVED);
        }
        saving.soon(this::saveNow);
    }

    /// Saves at once what is not saved yet.
    void saveNow() {
        saving.cancel();
        boolean wanted = state.get() == SaveState.UNSAVED || state.get() == SaveState.FAILED;
        if (wanted) {
            save(stored.get().etag());
        }
    }

    private void save(String etag) {
        state.set(SaveState.SAVING);
        ServiceDraft edit = edit(etag);
        fx.fetch(() -> services.save(edit), this::saved, this::failed);
    }

    private ServiceDraft edit(String etag) {
        ServiceDraft was = stored.get();
        return new ServiceDraft(
                was.name(),
                was.version(),
                was.language(),
                was.state(),
                was.description(),
                properties.get(),
                source.get(),
                etag);
    }

    private void saved(ServiceDraft now) {
        stored.set(now);
        problem.set(Optional.empty());
        boolean more = !now.source().equals(source.get()) || !now.properties().equals(properties.get());
        state.set(more ? SaveState.UNSAVED : SaveState.SAVED);
        if (more) {
            saving.soon(this::saveNow);
        }
    }

    private void failed(Problem what) {
        boolean conflict = what.code().endsWith(".edited-meanwhile");
        state.set(conflict ? SaveState.CONFLICT : SaveState.FAILED);
        problem.set(Optional.of(what));
    }

    /// After a conflict: what is typed here wins.
    void personKeepsMine() {
        fx.fetch(this::theirs, theirs -> save(theirs.etag()), this::failed);
    }

    /// After a conflict: what the other one saved wins.
    void personTakesTheirs() {
        fx.fetch(this::theirs, this::reset, this::failed);
    }

    private ServiceDraft theirs() {
        return services.open(name(), stored.get().version());
    }

    private void reset(ServiceDraft theirs) {
        stored.set(theirs);
        source.set(theirs.source());
        properties.set(theirs.properties());
        problem.set(Optional.empty());
        state.set(theirs.state() == ServiceState.RELEASED ? SaveState.RELEASED : SaveState.SAVED);
    }

    /// Takes over what others did to it, such as releasing it, when nothing typed here would be lost.
    void look() {
        if (state.get() == SaveState.SAVED) {
            fx.fetch(this::theirs, this::takeOver, this::failed);
        }
    }

    private void takeOver(ServiceDraft theirs) {
        if (state.get() == SaveState.SAVED && !theirs.equals(stored.get())) {
            reset(theirs);
        }
    }

    String name() {
        return stored.get().name();
    }

    boolean readOnly() {
        return state.get() == SaveState.RELEASED;
    }

    boolean dirty() {
        return switch (state.get()) {
            case UNSAVED, SAVING, CONFLICT, FAILED -> true;
            case SAVED, RELEASED -> false;
        };
    }

    ReadOnlyStringProperty source() {
        return source;
    }

    ReadOnlyObjectProperty<ServiceDraft> stored() {
        return stored;
    }

    ReadOnlyObjectProperty<List<PropertyDefinition>> properties() {
        return properties;
    }

    ReadOnlyObjectProperty<SaveState> state() {
        return state;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
