// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.provisioning.Provisioning;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the page knows of provisioning tokens: all of them, and the one that is looked at.
final class TokensViewModel {
    private final Provisioning hub;
    private final InstantSource clock;
    private final Asking asking;
    private final ObservableList<TokenRow> all = FXCollections.observableArrayList();
    private final BooleanProperty read = new SimpleBooleanProperty(false);
    private final ObjectProperty<Optional<TokenRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private String chosen = "";
    private boolean filling;

    TokensViewModel(Provisioning hub, OnFx fx, InstantSource clock) {
        this.hub = hub;
        this.clock = clock;
        asking = new Asking(fx);
    }

    /// Reads the tokens anew.
    void look() {
        ask(() -> hub, its -> {});
    }

    /// One was made; it is looked at from now on.
    void changed(TokenView one) {
        ask(() -> one, made -> chosen = made.id());
    }

    /// A list that is filled anew moves its mark by itself, which is nobody's choice.
    ///
    /// @param id a token's; empty for none
    void personChose(String id) {
        if (!filling && !id.equals(chosen)) {
            chosen = id;
            find();
        }
    }

    void personRevokes() {
        selected.get().ifPresent(row -> ask(() -> hub.revoke(row.id()), revoked -> {}));
    }

    /// Has the one that is looked at let in a device of that id without a person.
    ///
    /// @param added told when the hub has it
    void personPreApproves(String device, Runnable added) {
        selected.get()
                .ifPresent(row -> ask(() -> hub.preApprove(row.id(), new DeviceId(device)), changed -> added.run()));
    }

    void personWithdraws(String device) {
        selected.get().ifPresent(row -> ask(() -> hub.withdraw(row.id(), new DeviceId(device)), changed -> {}));
    }

    private <T> void ask(Callable<T> change, Consumer<T> then) {
        asking.ask(
                () -> {
                    T answer = change.call();
                    return new Answer<>(answer, hub.tokens());
                },
                found -> {
                    then.accept(found.answer());
                    show(found.tokens());
                });
    }

    /// What a change came to, and how things stand after it.
    private record Answer<T>(T answer, List<TokenView> tokens) {}

    private void show(List<TokenView> found) {
        Instant now = clock.instant();
        filling = true;
        all.setAll(found.stream().map(one -> new TokenRow(one, now)).toList());
        filling = false;
        read.set(true);
        find();
    }

    private void find() {
        selected.set(all.stream().filter(row -> row.id().equals(chosen)).findFirst());
    }

    /// Whether an open token has that name.
    boolean hasOpen(String name) {
        return all.stream().anyMatch(row -> row.isOpen() && row.name().equalsIgnoreCase(name));
    }

    /// By name.
    ObservableList<TokenRow> all() {
        return all;
    }

    /// Whether the hub has told of them yet.
    ReadOnlyBooleanProperty isRead() {
        return read;
    }

    ReadOnlyObjectProperty<Optional<TokenRow>> selected() {
        return selected;
    }

    Asking asking() {
        return asking;
    }
}
