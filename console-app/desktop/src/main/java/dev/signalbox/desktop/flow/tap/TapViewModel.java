// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow.tap;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TapQuestion;
import dev.signalbox.protocol.action.TappedMessage;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.node.NodeActions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The last messages of a wire on one node, the newest first. It asks at each beat, which keeps the tap open; the tap
/// ends some time after the last beat.
final class TapViewModel {
    static final int MOST_ROWS = 100;
    /// After a problem, so that a node that is away is not asked twice a second.
    private static final int BEATS_OF_REST = 8;

    private final NodeActions hub;
    private final OnFx fx;
    private final Target target;
    private final ObservableList<TapRow> rows = FXCollections.observableArrayList();
    private final Deque<TapRow> held = new ArrayDeque<>();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<DeviceId> node;
    private String after = "";
    private String missed = "";
    private boolean asking;
    private int rest;
    private long round;

    TapViewModel(NodeActions hub, OnFx fx, Target target) {
        this.hub = hub;
        this.fx = fx;
        this.target = target;
        node = new SimpleObjectProperty<>(target.nodes().getFirst());
        node.subscribe(ignored -> begin());
        paused.subscribe(ignored -> release());
    }

    private void begin() {
        round++;
        asking = false;
        rest = 0;
        after = "";
        missed = "";
        problem.set(Optional.empty());
        personClears();
    }

    /// Twice a second while somebody looks.
    void beat() {
        if (asking || --rest > 0) {
            return;
        }
        asking = true;
        long mine = round;
        DeviceId asked = node.get();
        var question = new TapQuestion(target.from().orElseThrow(), target.to(), after);
        fx.fetch(() -> hub.tap(asked, question), page -> hear(mine, page), what -> explain(mine, what));
    }

    private void hear(long mine, TapPage page) {
        if (mine != round) {
            return;
        }
        asking = false;
        problem.set(Optional.empty());
        missed(page);
        after = page.next();
        for (TappedMessage message : page.messages()) {
            held.addFirst(new TapRow(message, missed));
            missed = "";
        }
        while (held.size() > MOST_ROWS) {
            held.removeLast();
        }
        release();
    }

    private void missed(TapPage page) {
        if (page.anew() && !after.isEmpty()) {
            missed = "the tap was interrupted before this";
        } else if (page.leftOut() > 0) {
            missed = "%,d left out before this".formatted(page.leftOut());
        }
    }

    private void explain(long mine, Problem what) {
        if (mine == round) {
            asking = false;
            rest = BEATS_OF_REST;
            problem.set(Optional.of(what));
            tell();
        }
    }

    /// Shows what was held, unless the person reads.
    private void release() {
        if (!paused.get() && !held.isEmpty()) {
            Collection<TapRow> fresh = new ArrayList<>(held);
            held.clear();
            rows.addAll(0, fresh);
            if (rows.size() > MOST_ROWS) {
                rows.remove(MOST_ROWS, rows.size());
            }
        }
        tell();
    }

    private void tell() {
        if (problem.get().isPresent()) {
            words.set("Not tapped");
        } else if (paused.get()) {
            words.set(held.size() + (held.size() == MOST_ROWS ? " or more" : "") + " new while paused");
        } else {
            words.set("Live");
        }
    }

    void personClears() {
        rows.clear();
        held.clear();
        tell();
    }

    /// All that are whole, one JSON a line, the oldest first: as a try at the desk takes them.
    String recorded() {
        return rows.reversed().stream()
                .filter(TapRow::isWhole)
                .map(row -> row.message().payload().text().replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }

    Target target() {
        return target;
    }

    ObservableList<TapRow> rows() {
        return rows;
    }

    BooleanProperty paused() {
        return paused;
    }

    /// On which node it looks.
    ObjectProperty<DeviceId> node() {
        return node;
    }

    ReadOnlyStringProperty words() {
        return words;
    }

    /// Why it does not get on just now.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
