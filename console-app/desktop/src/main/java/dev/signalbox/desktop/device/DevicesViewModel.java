// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.HubNews;
import dev.signalbox.desktop.kit.Merging;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.device.IdentityKeys;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.workbench.device.Devices;
import dev.signalbox.workbench.query.Queries;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// What the Devices page knows: every device, which of them are shown, and which one is looked at.
final class DevicesViewModel implements HubNews {
    private final Devices devices;
    private final OnFx fx;
    private final Asking asking;
    private final ConditionViewModel condition;
    private final TreeMap<String, DeviceRow> known = new TreeMap<>();
    private final ObservableList<DeviceRow> rows = FXCollections.observableArrayList();
    private final FilteredList<DeviceRow> shown = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty("");
    private final StringProperty chosen = new SimpleStringProperty("");
    private final ObjectProperty<Optional<DeviceRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private boolean merging;

    DevicesViewModel(Devices devices, Queries queries, OnFx fx) {
        this.devices = devices;
        this.fx = fx;
        asking = new Asking(fx);
        condition = new ConditionViewModel(queries, fx);
        filter.subscribe(this::narrow);
        condition.inForce().subscribe(this::narrow);
        chosen.subscribe(this::find);
    }

    @Override
    public void look() {}

    @Override
    public void hear(NodeView node) {
        known.put(node.id().value(), new DeviceRow(node));
        mergeSoon();
    }

    @Override
    public void gone(String id) {
        known.remove(id);
        mergeSoon();
    }

    /// News come in bundles; the list changes once for all of a bundle.
    private void mergeSoon() {
        if (!merging) {
            merging = true;
            fx.later(this::merge);
        }
    }

    private void merge() {
        merging = false;
        Merging.sortedInto(rows, known.values(), DeviceRow::id);
        find();
    }

    private void find() {
        selected.set(Optional.ofNullable(known.get(chosen.get())));
    }

    private void narrow() {
        String words = filter.get();
        Optional<Narrowing> only = condition.inForce().get();
        shown.setPredicate(row -> row.matches(words) && only.stream().allMatch(it -> it.has(row.id())));
    }

    /// The person wants less narrowing: first the words go, then the condition.
    void personEscapes() {
        if (filter.get().isEmpty()) {
            condition.personEscapes();
        } else {
            filter.set("");
        }
    }

    void personChose(String id) {
        chosen.set(id);
    }

    /// Makes a device known, looks at it, and answers with its keys.
    void personAdds(NewDevice form, Consumer<IdentityKeys> showKeys) {
        asking.ask(
                () -> {
                    var made = devices.create(form.identity());
                    return devices.keys(ClientId.of(made.id()));
                },
                keys -> {
                    chosen.set(form.id());
                    showKeys.accept(keys);
                });
    }

    boolean knows(String id) {
        return known.containsKey(id);
    }

    /// How many there are, and how many are connected; nothing to say while there are none.
    String count() {
        long connected =
                known.values().stream().filter(row -> row.node().connected()).count();
        return known.isEmpty() ? "" : connected + " of " + known.size() + " connected";
    }

    boolean knowsNone() {
        return known.isEmpty();
    }

    /// All there are, by id.
    ObservableList<DeviceRow> all() {
        return rows;
    }

    /// Those that the words and the condition let through.
    ObservableList<DeviceRow> shown() {
        return shown;
    }

    /// Words that narrow the list.
    StringProperty filter() {
        return filter;
    }

    ConditionViewModel condition() {
        return condition;
    }

    ReadOnlyObjectProperty<Optional<DeviceRow>> selected() {
        return selected;
    }

    Asking asking() {
        return asking;
    }
}
