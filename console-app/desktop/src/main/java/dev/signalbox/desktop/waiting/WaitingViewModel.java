// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.Merging;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.workbench.provisioning.Provisioning;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the page knows of devices that ask to be let in: those that wait, and those that were decided within the last
/// day.
final class WaitingViewModel {
    private final Provisioning hub;
    private final OnFx fx;
    private final InstantSource clock;
    private final Asking asking;
    private final Map<String, OperationRow> known = new HashMap<>();
    private final Map<String, OperationViewModel> asked = new HashMap<>();
    private final ObservableList<OperationViewModel> waiting = FXCollections.observableArrayList();
    private final ObservableList<OperationRow> decided = FXCollections.observableArrayList();
    private final ObjectProperty<Instant> now;

    WaitingViewModel(Provisioning hub, OnFx fx, InstantSource clock) {
        this.hub = hub;
        this.fx = fx;
        this.clock = clock;
        asking = new Asking(fx);
        now = new SimpleObjectProperty<>(clock.instant());
    }

    /// Takes all news since the last pulse.
    void hear(List<OperationNews> news) {
        for (OperationNews one : news) {
            switch (one) {
                case OperationNews.Told(OperationView view) -> known.put(view.id(), new OperationRow(view));
                case OperationNews.Gone(String id) -> known.remove(id);
            }
        }
        show();
    }

    private void told(OperationView view) {
        hear(List.of(new OperationNews.Told(view)));
    }

    private void show() {
        tick();
        List<OperationRow> open = rows().filter(OperationRow::waits)
                .sorted(Comparator.comparing(row -> row.operation().made()))
                .toList();
        asked.keySet().retainAll(open.stream().map(OperationRow::id).toList());
        open.forEach(row -> asked.computeIfAbsent(row.id(), its -> new OperationViewModel(row, hub, fx, this::told))
                .show(row));
        Merging.into(waiting, open.stream().map(row -> asked.get(row.id())).toList(), OperationViewModel::id);
        Merging.into(
                decided,
                rows().filter(row -> !row.waits())
                        .sorted(Comparator.comparing(OperationRow::ended).reversed())
                        .toList(),
                OperationRow::id);
    }

    /// In an order that does not change, for those that came at the same moment.
    private Stream<OperationRow> rows() {
        return known.values().stream().sorted(Comparator.comparing(OperationRow::id));
    }

    /// Time has passed.
    void tick() {
        now.set(clock.instant());
    }

    /// Takes back what one was given.
    void personShutsOut(OperationRow row) {
        asking.ask(() -> hub.reject(row.id()), this::told);
    }

    /// Who waited longest comes first.
    ObservableList<OperationViewModel> waiting() {
        return waiting;
    }

    /// The latest first.
    ObservableList<OperationRow> decided() {
        return decided;
    }

    ReadOnlyObjectProperty<Instant> now() {
        return now;
    }

    Asking asking() {
        return asking;
    }
}
