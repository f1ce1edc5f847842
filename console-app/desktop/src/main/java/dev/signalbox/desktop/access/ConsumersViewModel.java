// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.consumer.ConsumerTokenView;
import dev.signalbox.operator.stream.StreamView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the page knows of the tokens by which programs read streams: all of them, and the one that is looked at.
final class ConsumersViewModel {
    private final AccessPage.Programs hub;
    private final InstantSource clock;
    private final Asking asking;
    private final ObservableList<ConsumerRow> all = FXCollections.observableArrayList();
    private final ObjectProperty<Channels> channels = new SimpleObjectProperty<>(Channels.NONE);
    private final BooleanProperty read = new SimpleBooleanProperty(false);
    private final ObjectProperty<Optional<ConsumerRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private String chosen = "";
    private boolean filling;

    ConsumersViewModel(AccessPage.Programs hub, OnFx fx, InstantSource clock) {
        this.hub = hub;
        this.clock = clock;
        asking = new Asking(fx);
    }

    /// Reads the tokens and streams anew.
    void look() {
        ask(() -> hub);
    }

    /// One was made; it is looked at from now on.
    void changed(ConsumerTokenView one) {
        chosen = one.name();
        look();
    }

    /// A list that is filled anew moves its mark by itself, which is nobody's choice.
    ///
    /// @param name a token's; empty for none
    void personChose(String name) {
        if (!filling && !name.equals(chosen)) {
            chosen = name;
            find();
        }
    }

    void personDeletes() {
        selected.get()
                .ifPresent(row -> ask(() -> {
                    hub.tokens().delete(row.name());
                    return row;
                }));
    }

    private void ask(Callable<?> change) {
        asking.ask(
                () -> {
                    change.call();
                    return new Found(hub.tokens().list(), hub.streams().get());
                },
                this::show);
    }

    private record Found(List<ConsumerTokenView> tokens, List<StreamView> streams) {}

    private void show(Found found) {
        Instant now = clock.instant();
        channels.set(new Channels(found.streams()));
        filling = true;
        all.setAll(found.tokens().stream()
                .map(one -> new ConsumerRow(one, channels.get(), now))
                .toList());
        filling = false;
        read.set(true);
        find();
    }

    private void find() {
        selected.set(all.stream().filter(row -> row.name().equals(chosen)).findFirst());
    }

    boolean knows(String name) {
        return all.stream().anyMatch(row -> row.name().equalsIgnoreCase(name));
    }

    /// By name.
    ObservableList<ConsumerRow> all() {
        return all;
    }

    ReadOnlyObjectProperty<Channels> channels() {
        return channels;
    }

    /// Whether the hub has told of them yet.
    ReadOnlyBooleanProperty isRead() {
        return read;
    }

    ReadOnlyObjectProperty<Optional<ConsumerRow>> selected() {
        return selected;
    }

    Asking asking() {
        return asking;
    }
}
