// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.workbench.access.Authorities;
import dev.signalbox.workbench.access.AuthorityLoss;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the page knows of the authorities that sign devices' certificates: all of them, and the one that is looked at.
final class AuthoritiesViewModel {
    private final Authorities hub;
    private final InstantSource clock;
    private final Asking asking;
    private final ObservableList<AuthorityRow> all = FXCollections.observableArrayList();
    private final BooleanProperty read = new SimpleBooleanProperty(false);
    private final StringProperty chosen = new SimpleStringProperty("");
    private final ObjectProperty<Optional<AuthorityRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty said = new SimpleStringProperty("");
    private boolean filling;

    AuthoritiesViewModel(Authorities hub, OnFx fx, InstantSource clock) {
        this.hub = hub;
        this.clock = clock;
        asking = new Asking(fx);
    }

    /// Reads the authorities anew.
    void look() {
        ask(() -> hub, "");
    }

    /// One was entered or proven; it is looked at from now on.
    void changed(AuthorityView one, String saying) {
        chosen.set(one.name());
        ask(() -> one, saying);
    }

    /// A list that is filled anew moves its mark by itself, which is nobody's choice.
    void personChose(String name) {
        if (!filling && !name.equals(chosen.get())) {
            chosen.set(name);
            said.set("");
            find();
        }
    }

    /// Hands out what it costs to delete the one that is looked at, in words.
    void personWantsToDelete(Consumer<String> words) {
        selected.get().ifPresent(row -> asking.ask(this::devices, devices -> words.accept(loss(row, devices))));
    }

    private String loss(AuthorityRow row, OptionalLong devices) {
        return new AuthorityLoss(views(), devices, clock.instant()).words(row.authority());
    }

    /// A number that the hub does not tell keeps nobody from deleting.
    private OptionalLong devices() {
        try {
            return hub.devices();
        } catch (ProblemException notTold) {
            return OptionalLong.empty();
        }
    }

    void personDeletes() {
        selected.get()
                .ifPresent(row -> ask(
                        () -> {
                            hub.delete(row.name());
                            return row;
                        },
                        ""));
    }

    private void ask(Callable<?> change, String saying) {
        asking.ask(
                () -> {
                    change.call();
                    return hub.list();
                },
                found -> {
                    show(found);
                    said.set(saying);
                });
    }

    private void show(List<AuthorityView> found) {
        filling = true;
        all.setAll(found.stream()
                .map(one -> new AuthorityRow(one, clock.instant()))
                .toList());
        filling = false;
        read.set(true);
        find();
    }

    private void find() {
        selected.set(all.stream().filter(row -> row.name().equals(chosen.get())).findFirst());
    }

    private List<AuthorityView> views() {
        return all.stream().map(AuthorityRow::authority).toList();
    }

    List<String> names() {
        return all.stream().map(AuthorityRow::name).toList();
    }

    /// By name.
    ObservableList<AuthorityRow> all() {
        return all;
    }

    /// Whether the hub has told of them yet.
    ReadOnlyBooleanProperty isRead() {
        return read;
    }

    ReadOnlyObjectProperty<Optional<AuthorityRow>> selected() {
        return selected;
    }

    /// What the last thing the person did came to; empty when there is nothing to say.
    ReadOnlyStringProperty said() {
        return said;
    }

    Asking asking() {
        return asking;
    }
}
