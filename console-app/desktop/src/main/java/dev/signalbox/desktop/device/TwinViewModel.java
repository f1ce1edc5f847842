// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.device.Devices;
import dev.signalbox.workbench.device.Difference;
import dev.signalbox.workbench.device.Twin;
import dev.signalbox.workbench.editing.JsonHelp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The chosen device's twin: as the hub has it, as the person has it, and what to do when someone else changed it. What
/// was typed and not saved is kept while the person looks at other devices.
final class TwinViewModel {
    private static final JsonHelp JSON = new JsonHelp(true);

    private final Devices devices;
    private final OnFx fx;
    private final Map<ClientId, TwinDraft> drafts = new HashMap<>();
    private final StringProperty tags = new SimpleStringProperty("");
    private final StringProperty desired = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Twin>> twin = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<TwinState> state = new SimpleObjectProperty<>(TwinState.READING);
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private Optional<ClientId> chosen = Optional.empty();
    private Optional<Twin> theirs = Optional.empty();

    TwinViewModel(Devices devices, OnFx fx) {
        this.devices = devices;
        this.fx = fx;
        tags.subscribe(this::typed);
        desired.subscribe(this::typed);
    }

    /// Looks at another device's twin.
    void show(ClientId id) {
        keepDraft();
        chosen = Optional.empty();
        theirs = Optional.empty();
        twin.set(Optional.empty());
        problem.set(Optional.empty());
        state.set(TwinState.READING);
        tags.set("");
        desired.set("");
        chosen = Optional.of(id);
        look();
    }

    private void keepDraft() {
        chosen.ifPresent(id -> twin.get()
                .filter(base -> differs(base))
                .ifPresentOrElse(
                        base -> drafts.put(id, new TwinDraft(base, tags.get(), desired.get())),
                        () -> drafts.remove(id)));
    }

    /// Reads the twin anew. What the person typed stays; if someone else changed the same parts, that is a conflict.
    void look() {
        if (state.get() != TwinState.SAVING) {
            chosen.ifPresent(
                    id -> fx.fetch(() -> devices.twin(id), found -> read(id, found), what -> failed(id, what)));
        }
    }

    private void read(ClientId id, Twin found) {
        if (chosen.filter(id::equals).isEmpty() || state.get() == TwinState.SAVING) {
            return;
        }
        TwinDraft draft = drafts.remove(id);
        if (draft != null) {
            twin.set(Optional.of(draft.base()));
            tags.set(draft.tags());
            desired.set(draft.desired());
        }
        Twin base = twin.get().orElse(found);
        if (base.etag().equals(found.etag()) && twin.get().isPresent()) {
            twin.set(Optional.of(found));
            typed();
        } else if (twin.get().isEmpty() || !differs(base)) {
            take(found);
        } else {
            conflict(found);
        }
    }

    private void take(Twin found) {
        theirs = Optional.empty();
        state.set(TwinState.READING);
        twin.set(Optional.of(found));
        tags.set(found.tags());
        desired.set(found.desired().text());
        problem.set(Optional.empty());
        typed();
    }

    private void conflict(Twin found) {
        theirs = Optional.of(found);
        state.set(TwinState.CONFLICT);
    }

    private void typed() {
        if (state.get() == TwinState.SAVING || state.get() == TwinState.CONFLICT) {
            return;
        }
        twin.get().ifPresent(base -> {
            if (!isGood()) {
                state.set(TwinState.INVALID);
            } else {
                state.set(differs(base) ? TwinState.CHANGED : TwinState.SAME);
            }
        });
    }

    private boolean differs(Twin base) {
        return !tags.get().equals(base.tags())
                || !desired.get().equals(base.desired().text());
    }

    /// Sends tags and desired properties to the hub, if they are good JSON and nobody else changed them since.
    void personSaves() {
        if (state.get() == TwinState.CHANGED) {
            twin.get().ifPresent(base -> save(base.etag()));
        }
    }

    private void save(String etag) {
        ClientId id = chosen.orElseThrow();
        String sentTags = tags.get();
        String sentDesired = desired.get();
        state.set(TwinState.SAVING);
        fx.fetch(
                () -> devices.saveTwin(id, sentTags, sentDesired, etag),
                saved -> ifStill(id, () -> saved(saved, sentTags, sentDesired)),
                what -> ifStill(id, () -> refused(what)));
    }

    /// What was typed while the save was under way stays.
    private void saved(Twin saved, String sentTags, String sentDesired) {
        if (sentTags.equals(tags.get()) && sentDesired.equals(desired.get())) {
            take(saved);
        } else {
            twin.set(Optional.of(saved));
            state.set(TwinState.CHANGED);
            typed();
        }
    }

    private void refused(Problem what) {
        state.set(TwinState.CHANGED);
        if (what.code().equals("twin.edited-meanwhile")) {
            look();
        } else {
            problem.set(Optional.of(what));
        }
        typed();
    }

    private void ifStill(ClientId id, Runnable then) {
        if (chosen.filter(id::equals).isPresent()) {
            then.run();
        }
    }

    private void failed(ClientId id, Problem what) {
        ifStill(id, () -> problem.set(Optional.of(what)));
    }

    /// Drops what was typed.
    void personDiscards() {
        twin.get().ifPresent(this::take);
    }

    /// After a conflict: what is here wins.
    void personKeepsMine() {
        theirs.ifPresent(other -> {
            twin.set(Optional.of(other));
            state.set(TwinState.CHANGED);
            theirs = Optional.empty();
            typed();
            personSaves();
        });
    }

    /// After a conflict: what the other one saved wins.
    void personTakesTheirs() {
        theirs.ifPresent(this::take);
    }

    /// Where what is here differs from what the other one saved; empty while there is no conflict, or while what is
    /// here
    /// is no JSON.
    List<Difference> differencesFromTheirs() {
        return theirs.filter(other -> isGood())
                .map(other -> other.differencesFrom(tags.get(), desired.get()))
                .orElse(List.of());
    }

    private boolean isGood() {
        return JSON.complaint(tags.get()).isEmpty()
                && JSON.complaint(desired.get()).isEmpty();
    }

    StringProperty tags() {
        return tags;
    }

    StringProperty desired() {
        return desired;
    }

    /// As the hub last had it; empty until it is read.
    ReadOnlyObjectProperty<Optional<Twin>> twin() {
        return twin;
    }

    ReadOnlyObjectProperty<TwinState> state() {
        return state;
    }

    ObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
