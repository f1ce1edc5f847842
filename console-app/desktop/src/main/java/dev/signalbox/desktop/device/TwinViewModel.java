// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.device.Devices;
import dev.signalbox.workbench.device.Difference;
import dev.signalbox.workbench.device.Twin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;

/// The chosen device's twin: as the hub has it, as the person has it, and what to do when someone else changed it.
/// What was typed and not saved is kept while the person looks at other devices.
final class TwinViewModel {
    private final Devices devices;
    private final OnFx fx;
    private final Map<ClientId, TwinDraft> drafts = new HashMap<>();
    private final TwinText text = new TwinText();
    private final ObjectProperty<Optional<Twin>> twin = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<TwinState> state = new SimpleObjectProperty<>(TwinState.READING);
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> unread = new SimpleObjectProperty<>(Optional.empty());
    private Optional<ClientId> chosen = Optional.empty();
    private Optional<Twin> theirs = Optional.empty();

    TwinViewModel(Devices devices, OnFx fx) {
        this.devices = devices;
        this.fx = fx;
        text.tags().subscribe(this::typed);
        text.desired().subscribe(this::typed);
    }

    /// Looks at another device's twin.
    void show(ClientId id) {
        chosen.ifPresent(this::keepDraft);
        chosen = Optional.empty();
        theirs = Optional.empty();
        twin.set(Optional.empty());
        problem.set(Optional.empty());
        unread.set(Optional.empty());
        state.set(TwinState.READING);
        text.show("", "");
        chosen = Optional.of(id);
        look();
    }

    private void keepDraft(ClientId id) {
        drafts.remove(id);
        twin.get().filter(text::differs).ifPresent(base -> drafts.put(id, text.draft(base)));
    }

    /// Reads the twin anew. What the person typed stays; if someone else changed the same parts, that is a conflict.
    void look() {
        if (state.get() != TwinState.SAVING) {
            chosen.ifPresent(id -> fx.fetch(
                    () -> devices.twin(id),
                    found -> ifStill(id, () -> read(id, found)),
                    what -> ifStill(id, () -> unread.set(Optional.of(what)))));
        }
    }

    private void read(ClientId id, Twin found) {
        if (state.get() == TwinState.SAVING) {
            return;
        }
        unread.set(Optional.empty());
        Optional.ofNullable(drafts.remove(id)).ifPresent(draft -> {
            twin.set(Optional.of(draft.base()));
            text.show(draft.tags(), draft.desired());
        });
        if (twin.get().filter(base -> base.etag().equals(found.etag())).isPresent()) {
            twin.set(Optional.of(found));
            typed();
        } else if (twin.get().filter(text::differs).isEmpty()) {
            take(found);
        } else {
            theirs = Optional.of(found);
            state.set(TwinState.CONFLICT);
        }
    }

    private void take(Twin found) {
        theirs = Optional.empty();
        state.set(TwinState.READING);
        twin.set(Optional.of(found));
        text.show(found);
        problem.set(Optional.empty());
        typed();
    }

    private void typed() {
        if (state.get() != TwinState.SAVING && state.get() != TwinState.CONFLICT) {
            twin.get().ifPresent(base -> state.set(stateOver(base)));
        }
    }

    private TwinState stateOver(Twin base) {
        if (!text.isGood()) {
            return TwinState.INVALID;
        }
        return text.differs(base) ? TwinState.CHANGED : TwinState.SAME;
    }

    /// Sends tags and desired properties to the hub, if they are good JSON and nobody else changed them since.
    void personSaves() {
        if (state.get() == TwinState.CHANGED) {
            twin.get().ifPresent(base -> save(chosen.orElseThrow(), text.draft(base)));
        }
    }

    private void save(ClientId id, TwinDraft sent) {
        state.set(TwinState.SAVING);
        fx.fetch(
                () -> devices.saveTwin(
                        id, sent.tags(), sent.desired(), sent.base().etag()),
                saved -> ifStill(id, () -> saved(saved, sent)),
                what -> ifStill(id, () -> refused(what)));
    }

    /// What was typed while the save was under way stays.
    private void saved(Twin saved, TwinDraft sent) {
        if (text.isStill(sent)) {
            take(saved);
        } else {
            twin.set(Optional.of(saved));
            state.set(stateOver(saved));
        }
    }

    private void refused(Problem what) {
        state.set(TwinState.CHANGED);
        typed();
        if (what.code().equals("twin.edited-meanwhile")) {
            look();
        } else {
            problem.set(Optional.of(what));
        }
    }

    private void ifStill(ClientId id, Runnable then) {
        if (chosen.filter(id::equals).isPresent()) {
            then.run();
        }
    }

    /// Drops what was typed.
    void personDiscards() {
        twin.get().ifPresent(this::take);
    }

    /// After a conflict: what is here wins.
    void personKeepsMine() {
        theirs.ifPresent(other -> {
            theirs = Optional.empty();
            twin.set(Optional.of(other));
            state.set(stateOver(other));
            personSaves();
        });
    }

    /// After a conflict: what the other one saved wins.
    void personTakesTheirs() {
        theirs.ifPresent(this::take);
    }

    /// Where what is here differs from what the other one saved; empty while there is no conflict.
    List<Difference> differencesFromTheirs() {
        return theirs.map(text::differencesFrom).orElse(List.of());
    }

    StringProperty tags() {
        return text.tags();
    }

    StringProperty desired() {
        return text.desired();
    }

    /// As the hub last had it; empty until it is read.
    ReadOnlyObjectProperty<Optional<Twin>> twin() {
        return twin;
    }

    ReadOnlyObjectProperty<TwinState> state() {
        return state;
    }

    /// Why the twin could not be read the last time; empty when it could.
    ReadOnlyObjectProperty<Optional<Problem>> unread() {
        return unread;
    }

    /// Why it was not saved; empty when nothing went wrong.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
