// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.Merging;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRate;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.StreamName;
import dev.signalbox.workbench.stream.Streams;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the page knows of streams: all of them by group, how busy they are, and which one is looked at.
final class StreamsViewModel {
    private final Streams hub;
    private final OnFx fx;
    private final Asking asking;
    private final ObservableList<StreamItem> items = FXCollections.observableArrayList();
    private final ObjectProperty<Map<Long, StreamRow>> rows = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Optional<StreamRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty filter = new SimpleStringProperty("");
    private List<StreamView> all = List.of();
    private Map<Long, StreamRate> rates = Map.of();
    private Optional<Long> chosen = Optional.empty();
    private boolean looking;

    StreamsViewModel(Streams hub, OnFx fx) {
        this.hub = hub;
        this.fx = fx;
        asking = new Asking(fx);
        filter.subscribe(this::arrange);
    }

    /// Reads the streams anew, unless they are being read.
    void look() {
        if (!looking) {
            looking = true;
            fx.fetch(hub::list, this::told, this::untold);
        }
    }

    private void told(List<StreamView> found) {
        looking = false;
        asking.clear();
        show(found);
    }

    private void untold(Problem why) {
        looking = false;
        asking.explain(why);
    }

    /// Takes what the hub told of rates since the last pulse; the last word counts.
    void hear(List<List<StreamRate>> told) {
        Map<Long, StreamRate> now = new HashMap<>();
        told.getLast().forEach(rate -> now.put(rate.channel(), rate));
        rates = now;
        count();
        find();
    }

    private void show(List<StreamView> found) {
        all = found;
        if (chosen.isEmpty()) {
            chosen = first();
        }
        count();
        arrange();
        find();
    }

    /// Where the person is led at first: to where the newest message is.
    private Optional<Long> first() {
        return all.stream()
                .filter(stream -> stream.number() > 0)
                .max(Comparator.comparing((StreamView stream) -> stream.lastAt().orElse(Instant.MIN))
                        .thenComparing(Comparator.comparing(StreamView::number).reversed()))
                .map(StreamView::number);
    }

    private void count() {
        Map<Long, StreamRow> now = new HashMap<>();
        all.forEach(stream ->
                now.put(stream.number(), new StreamRow(stream, Optional.ofNullable(rates.get(stream.number())))));
        rows.set(now);
    }

    private void find() {
        selected.set(chosen.map(rows.get()::get));
    }

    private void arrange() {
        List<StreamRow> shown = rows.get().values().stream()
                .filter(row -> row.matches(filter.get()))
                .toList();
        Merging.into(items, StreamOrder.lines(shown), StreamItem::id);
    }

    void personChose(long number) {
        chosen = Optional.of(number);
        find();
    }

    /// Makes a stream and looks at it.
    void personMakes(NewStream wanted) {
        asking.ask(
                () -> {
                    long made = hub.make(wanted).number();
                    return new Made(Optional.of(made), hub.list());
                },
                this::made);
    }

    private void made(Made after) {
        chosen = after.number();
        filter.set("");
        show(after.all());
    }

    /// How things stand after a change, and which stream is looked at then.
    private record Made(Optional<Long> number, List<StreamView> all) {}

    /// Deletes the stream that is looked at.
    void personDeletes() {
        selected.get()
                .ifPresent(row -> asking.ask(
                        () -> {
                            hub.delete(row.number());
                            return new Made(Optional.empty(), hub.list());
                        },
                        this::made));
    }

    /// Whether there is a stream of that name.
    boolean knows(StreamName name) {
        return all.stream().anyMatch(stream -> stream.name().equals(name));
    }

    /// The lines of the list: the dead letters, then each group's name and its streams.
    ObservableList<StreamItem> items() {
        return items;
    }

    /// All there are, by number.
    ReadOnlyObjectProperty<Map<Long, StreamRow>> rows() {
        return rows;
    }

    /// Words that narrow the list.
    StringProperty filter() {
        return filter;
    }

    ReadOnlyObjectProperty<Optional<StreamRow>> selected() {
        return selected;
    }

    Asking asking() {
        return asking;
    }
}
