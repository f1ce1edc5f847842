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

/// The twin of the chosen device or module: reads it, saves it, and lets the person decide when someone else changed
/// it. What was typed and not saved is kept while the person looks at others.
final class TwinViewModel {
    private final Devices devices;
    private final OnFx fx;
    private final TwinEdit edit = new TwinEdit();
    private final Map<ClientId, TwinDraft> drafts = new HashMap<>();
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> unread = new SimpleObjectProperty<>(Optional.empty());
    private Optional<ClientId> chosen = Optional.empty();

    TwinViewModel(Devices devices, OnFx fx) {
        this.devices = devices;
        this.fx = fx;
    }

    /// Looks at another twin.
    void show(ClientId id) {
        leave();
        chosen = Optional.of(id);
        look();
    }

    /// Looks at none; what was typed is kept.
    void leave() {
        chosen.ifPresent(id -> edit.draft().ifPresent(draft -> drafts.put(id, draft)));
        chosen = Optional.empty();
        edit.clear();
        problem.set(Optional.empty());
        unread.set(Optional.empty());
    }

    /// Reads the twin anew. What the person typed stays.
    void look() {
        if (isSaving()) {
            return;
        }
        chosen.ifPresent(id -> fx.fetch(
                () -> devices.twin(id),
                found -> ifStill(id, () -> read(id, found)),
                what -> ifStill(id, () -> unread.set(Optional.of(what)))));
    }

    private void read(ClientId id, Twin found) {
        if (!isSaving()) {
            unread.set(Optional.empty());
            Optional.ofNullable(drafts.remove(id)).ifPresent(edit::resume);
            edit.read(found);
            forgetProblemIfSaved();
        }
    }

    private boolean isSaving() {
        return edit.state().get() == TwinState.SAVING;
    }

    /// A complaint about what was typed goes with what was typed.
    private void forgetProblemIfSaved() {
        if (edit.state().get() == TwinState.SAME) {
            problem.set(Optional.empty());
        }
    }

    /// Sends tags and desired properties to the hub, if they are good JSON and nobody else changed them since.
    void personSaves() {
        chosen.ifPresent(id -> edit.save().ifPresent(draft -> send(id, draft)));
    }

    private void send(ClientId id, TwinDraft draft) {
        String etag = draft.base().etag();
        fx.fetch(
                () -> devices.saveTwin(id, draft.tags(), draft.desired(), etag),
                saved -> ifStill(id, () -> saved(saved, draft)),
                what -> ifStill(id, () -> refused(what)));
    }

    private void saved(Twin saved, TwinDraft sent) {
        problem.set(Optional.empty());
        edit.saved(saved, sent);
    }

    private void refused(Problem what) {
        edit.refused();
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
        edit.discard();
        forgetProblemIfSaved();
    }

    /// After a conflict: what is here wins.
    void personKeepsMine() {
        edit.keepMine();
        personSaves();
    }

    /// After a conflict: what the other one saved wins.
    void personTakesTheirs() {
        edit.takeTheirs();
        forgetProblemIfSaved();
    }

    /// Where what is here differs from what the other one saved; empty while there is no conflict.
    List<Difference> differencesFromTheirs() {
        return edit.differencesFromTheirs();
    }

    StringProperty tags() {
        return edit.text().tags();
    }

    StringProperty desired() {
        return edit.text().desired();
    }

    /// As the hub last had it; empty until it is read.
    ReadOnlyObjectProperty<Optional<Twin>> twin() {
        return edit.twin();
    }

    ReadOnlyObjectProperty<TwinState> state() {
        return edit.state();
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
