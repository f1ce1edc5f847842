// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.stream.LiveMessages;
import dev.signalbox.operator.stream.MessagePage;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.workbench.stream.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The numbers in the newest messages of a stream as lines, one a device; they go on as messages come.
final class ChartViewModel {
    private static final int NEWEST = 1000;
    private static final int MOST_ANSWERS = 8;

    private final Streams hub;
    private final MessageFeed feed;
    private final OnFx fx;
    private final Asking asking;
    private final Samples samples = new Samples();
    private final ObservableList<String> fields = FXCollections.observableArrayList();
    private final StringProperty field = new SimpleStringProperty("");
    private final BooleanProperty read = new SimpleBooleanProperty();
    private final ObjectProperty<Samples.Lines> lines = new SimpleObjectProperty<>(Samples.Lines.NONE);
    private Optional<AutoCloseable> open = Optional.empty();
    private final List<Sample> early = new ArrayList<>();
    private long number;
    private int round;
    private boolean loading;

    ChartViewModel(Streams hub, MessageFeed feed, OnFx fx) {
        this.hub = hub;
        this.feed = feed;
        this.fx = fx;
        asking = new Asking(fx);
        field.subscribe(this::draw);
    }

    /// Another stream is looked at from now on.
    void begin(long stream) {
        leave();
        number = stream;
        samples.clear();
        fields.clear();
        field.set("");
        read.set(false);
        draw();
    }

    /// Reads the newest messages, and follows those that come. What comes meanwhile waits for them.
    void look() {
        leave();
        int mine = round;
        long asked = number;
        loading = true;
        Consumer<List<LiveMessages>> batched = fx.batched(told -> {
            if (mine == round) {
                hear(told);
            }
        });
        open = Optional.of(feed.open(asked, one -> batched.accept(List.of(one))));
        asking.ask(() -> newest(asked), found -> {
            if (mine == round) {
                show(found);
            }
        });
    }

    private void hear(List<LiveMessages> told) {
        List<Sample> later = told.stream()
                .flatMap(one -> one.messages().stream())
                .map(Sample::of)
                .toList();
        if (loading) {
            early.addAll(later.subList(0, Math.min(later.size(), NEWEST - early.size())));
        } else {
            take(later);
        }
    }

    private void show(List<Sample> found) {
        loading = false;
        samples.forget();
        samples.add(found);
        take(early);
        early.clear();
        read.set(true);
    }

    /// Follows no more.
    void leave() {
        round++;
        open.ifPresent(ChartViewModel::close);
        open = Optional.empty();
        early.clear();
    }

    private static void close(AutoCloseable feed) {
        try {
            feed.close();
        } catch (Exception stuck) {
            throw new IllegalStateException(stuck);
        }
    }

    /// Where payloads are so large that this would take long, fewer.
    private List<Sample> newest(long stream) {
        StreamView now = hub.get(stream);
        List<Sample> found = new ArrayList<>();
        long at = Math.max(now.oldestKey(), now.nextKey() - NEWEST);
        for (int answer = 0; answer < MOST_ANSWERS && at < now.nextKey(); answer++) {
            MessagePage page = hub.messages(stream, Wanted.ALL.from(at, NEWEST));
            page.messages().stream().map(Sample::of).forEach(found::add);
            at = page.nextKey() > at ? page.nextKey() : now.nextKey();
        }
        return found;
    }

    private void take(List<Sample> later) {
        samples.add(later);
        List<String> now = List.copyOf(samples.fields());
        if (!fields.containsAll(now)) {
            now.stream().filter(name -> !fields.contains(name)).forEach(fields::add);
        }
        if (field.get().isEmpty() && !fields.isEmpty()) {
            field.set(fields.getFirst());
        }
        draw();
    }

    private void draw() {
        lines.set(samples.lines(field.get()));
    }

    /// Fields that hold numbers, with dots between outer and inner names.
    ObservableList<String> fields() {
        return fields;
    }

    /// The one that is drawn; empty while there is none.
    StringProperty field() {
        return field;
    }

    ReadOnlyBooleanProperty isRead() {
        return read;
    }

    ReadOnlyObjectProperty<Samples.Lines> lines() {
        return lines;
    }

    Asking asking() {
        return asking;
    }
}
