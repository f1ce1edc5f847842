// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Merging;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Tags;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// What the Nodes page knows: every node, which of them are shown, and which one is looked at.
final class FleetViewModel {
    private final NodeDesk desk;
    private final OnFx fx;
    private final Operating operating;
    private final TreeMap<String, NodeRow> known = new TreeMap<>();
    private final ObservableList<NodeRow> rows = FXCollections.observableArrayList();
    private final FilteredList<NodeRow> shown = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty("");
    private final StringProperty chosen = new SimpleStringProperty("");
    private final ObjectProperty<Optional<NodeRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty messages = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());

    FleetViewModel(NodeDesk desk, OnFx fx) {
        this.desk = desk;
        this.fx = fx;
        this.operating = new Operating(desk.actions(), fx, this::explain);
        filter.subscribe(words -> shown.setPredicate(row -> row.matches(words)));
        chosen.subscribe(this::look);
        selected.subscribe(this::lookAtMessages);
    }

    /// Takes all news since the last pulse.
    void hear(List<NodeNews> news) {
        for (NodeNews one : news) {
            switch (one) {
                case NodeNews.Seen(NodeView node) -> known.put(node.id().value(), new NodeRow(node));
                case NodeNews.Gone(String id) -> known.remove(id);
            }
        }
        Merging.sortedInto(rows, known.values(), NodeRow::id);
        look();
    }

    private void look() {
        NodeRow row = known.get(chosen.get());
        if (row != null && !selected.get().map(NodeRow::id).equals(Optional.of(row.id()))) {
            messages.set(OutboxWords.of(row.waiting(), Optional.empty()));
        }
        selected.set(Optional.ofNullable(row));
    }

    /// Asks again what became of the messages of the node that is looked at. That a hub does not answer is told
    /// elsewhere.
    void lookAtMessages() {
        selected.get()
                .ifPresent(row ->
                        fx.fetch(() -> desk.account(row.node().id()), told -> tell(row, told), unanswered -> {}));
    }

    private void tell(NodeRow asked, Optional<AccountView> told) {
        Optional<NodeRow> now = selected.get().filter(row -> row.id().equals(asked.id()));
        now.ifPresent(row -> messages.set(OutboxWords.of(row.waiting(), told)));
    }

    void personChose(String id) {
        if (!id.equals(chosen.get())) {
            operating.forget();
        }
        chosen.set(id);
    }

    /// Makes a node known; answers with its token.
    void personAdds(NewNode form, Consumer<String> showToken) {
        fx.fetch(() -> desk.create(form.device()), showToken, this::explain);
    }

    void personSetsTags(DeviceId id, String text) {
        done(() -> desk.setTags(id, Tags.read(text)));
    }

    void personDeletes(DeviceId id) {
        done(() -> desk.delete(id));
    }

    /// What is wrong with it is explained; that it was handed over needs no words.
    void personTellsApp(DeviceId id, String app, String command) {
        done(() -> desk.tellApp(id, app, command));
    }

    void personWantsToken(DeviceId id, Consumer<String> showToken) {
        fx.fetch(() -> desk.token(id), showToken, this::explain);
    }

    /// What the person has nodes do.
    Operating operating() {
        return operating;
    }

    /// Those that are there and differ from what is assigned to them.
    List<DeviceId> drifting() {
        return known.values().stream()
                .filter(row -> !row.drift().isEmpty())
                .map(row -> row.node().id())
                .toList();
    }

    void personConvergesAll() {
        List<DeviceId> differ = drifting();
        if (!differ.isEmpty()) {
            operating.personConverges(differ);
        }
    }

    private void done(Runnable work) {
        fx.fetch(
                () -> {
                    work.run();
                    return Optional.<Problem>empty();
                },
                problem::set,
                this::explain);
    }

    private void explain(Problem what) {
        problem.set(Optional.of(what));
    }

    boolean knowsNone() {
        return known.isEmpty();
    }

    boolean knows(String id) {
        return known.containsKey(id);
    }

    List<String> names() {
        return List.copyOf(known.keySet());
    }

    int total() {
        return known.size();
    }

    long online() {
        return known.values().stream().filter(row -> row.node().connected()).count();
    }

    ObservableList<NodeRow> shown() {
        return shown;
    }

    StringProperty filter() {
        return filter;
    }

    ObjectProperty<Optional<NodeRow>> selected() {
        return selected;
    }

    /// What became of the messages of the node that is looked at, in a few words.
    StringProperty messages() {
        return messages;
    }

    ObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
