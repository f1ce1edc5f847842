// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.stream.Streams;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/// What the page knows of a stream's messages: the newest, as far back as somebody read or searched.
final class MessagesViewModel {
    /// A round of looking ends with so many.
    private static final int ENOUGH = 100;

    private final Quest quest;
    private final LiveViewModel live;
    private final MessageRows rows = new MessageRows();
    private final StringProperty device = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty following = new SimpleBooleanProperty();
    private final BooleanProperty deadLetters = new SimpleBooleanProperty();
    private final BooleanProperty read = new SimpleBooleanProperty();
    private final ObjectProperty<More> more = new SimpleObjectProperty<>(More.END);
    private final StringProperty progress = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private int foundInRound;

    MessagesViewModel(Streams hub, MessageFeed feed, OnFx fx) {
        quest = new Quest(hub, fx);
        live = new LiveViewModel(feed, fx, this::came);
        following.subscribe(this::followOrNot);
    }

    /// Shows the messages of another stream.
    void show(long stream) {
        quest.in(stream);
        deadLetters.set(stream == 0);
        device.set("");
        text.set("");
        rows.show(List.of());
        read.set(false);
        begin(OptionalLong.empty());
    }

    /// Looks for what was typed, from the newest message on.
    void personSearches() {
        var typed = new Wanted(device.get().strip(), text.get().strip());
        if (typed.complaint().isEmpty()) {
            quest.wants(typed);
            begin(OptionalLong.empty());
        } else {
            problem.set(Optional.of(new Problem("console.search", typed.complaint(), "Correct it and search again.")));
        }
    }

    /// Shows the newest again, of those that are looked for.
    void personWantsNewest() {
        begin(OptionalLong.empty());
    }

    private void followOrNot() {
        if (following.get()) {
            begin(OptionalLong.empty());
        } else {
            live.end();
        }
    }

    private void begin(OptionalLong before) {
        quest.begin(before);
        if (following.get()) {
            live.begin(quest.number(), quest.wanted());
        }
        look();
    }

    private void look() {
        foundInRound = 0;
        step();
    }

    private void step() {
        rest(More.LOOKING);
        quest.step(this::show, why -> {
            problem.set(Optional.of(why));
            rest(More.STOPPED);
        });
    }

    private void show(Quest.Found found) {
        Backwards.Step step = found.step();
        problem.set(Optional.empty());
        if (found.isFirst()) {
            rows.show(step.found());
            live.isShownUpTo(step.nextKey());
        }
        boolean fits = found.isFirst() || step.found().size() <= rows.room();
        if (!found.isFirst()) {
            rows.addOlder(step.found());
        }
        read.set(true);
        foundInRound += step.found().size();
        goOn(step.hasOlder(), fits);
    }

    private void goOn(boolean hasOlder, boolean fits) {
        if (!fits || (hasOlder && rows.room() == 0)) {
            rest(More.FULL);
        } else if (!hasOlder) {
            rest(More.END);
        } else if (foundInRound < ENOUGH) {
            step();
        } else {
            rest(More.WAITING);
        }
    }

    private void rest(More state) {
        more.set(state);
        progress.set(quest.words(rows.all().size(), state));
    }

    private void came(List<MessageRow> newestFirst) {
        quest.hasSeen(newestFirst.getFirst().key());
        boolean fits = newestFirst.size() <= rows.room();
        rows.addNewer(newestFirst);
        rest(fits || more.get() == More.LOOKING ? more.get() : More.FULL);
    }

    /// The last rows come in sight.
    void readerNearsEnd() {
        if (more.get() == More.WAITING) {
            look();
        }
    }

    void personStops() {
        quest.stop();
        rest(More.STOPPED);
    }

    /// Looks on where somebody stopped; if there is no room, older messages take the place of those that are shown.
    void personGoesOn() {
        if (more.get() == More.FULL) {
            following.set(false);
            begin(OptionalLong.of(rows.all().getLast().key()));
        } else {
            look();
        }
    }

    /// Looks no more, and hears no more.
    void leave() {
        if (more.get() == More.LOOKING) {
            personStops();
        }
        live.end();
    }

    /// The page came to the front again.
    void comeBack() {
        if (following.get() || (!read.get() && more.get() == More.STOPPED)) {
            begin(OptionalLong.empty());
        }
    }

    LiveViewModel live() {
        return live;
    }

    /// The newest first.
    ObservableList<MessageRow> rows() {
        return rows.all();
    }

    /// A device's id, as typed.
    StringProperty device() {
        return device;
    }

    /// Words to look for, as typed.
    StringProperty text() {
        return text;
    }

    /// Whether new messages are shown as they come.
    BooleanProperty following() {
        return following;
    }

    /// Of the stream whose messages these are.
    long number() {
        return quest.number();
    }

    ReadOnlyBooleanProperty areDeadLetters() {
        return deadLetters;
    }

    /// Whether the hub has told of this stream's messages.
    ReadOnlyBooleanProperty isRead() {
        return read;
    }

    /// Whether anything in particular is looked for.
    boolean isNarrowed() {
        return !quest.wanted().isAll();
    }

    ReadOnlyObjectProperty<More> more() {
        return more;
    }

    /// How much was looked at and found.
    ReadOnlyStringProperty progress() {
        return progress;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
