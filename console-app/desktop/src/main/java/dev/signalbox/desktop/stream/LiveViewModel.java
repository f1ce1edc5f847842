// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.stream.LiveMessages;
import dev.signalbox.operator.stream.MessageView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;

/// Follows what comes in a stream. While somebody reads, new messages wait, so that none moves under his eyes. Used on
/// the FX thread only.
final class LiveViewModel {
    private static final int MOST_EARLY = 200;

    private final MessageFeed feed;
    private final OnFx fx;
    private final Consumer<List<MessageRow>> show;
    private final MessageRows held = new MessageRows();
    private final IntegerProperty heldCount = new SimpleIntegerProperty();
    private final LongProperty leftOut = new SimpleLongProperty();
    private final List<LiveMessages> early = new ArrayList<>();
    private Optional<AutoCloseable> open = Optional.empty();
    private Wanted wanted = Wanted.ALL;
    private long next = -1;
    private int round;
    private boolean reading;

    /// @param show takes new messages, the newest first
    LiveViewModel(MessageFeed feed, OnFx fx, Consumer<List<MessageRow>> show) {
        this.feed = feed;
        this.fx = fx;
        this.show = show;
    }

    /// Listens to a stream, and to no other. What comes waits until it is known what is shown already.
    void begin(long stream, Wanted what) {
        end();
        wanted = what;
        int mine = round;
        Consumer<List<LiveMessages>> batched = fx.batched(told -> {
            if (mine == round) {
                hear(told);
            }
        });
        open = Optional.of(feed.open(stream, one -> batched.accept(List.of(one))));
    }

    void end() {
        round++;
        open.ifPresent(LiveViewModel::close);
        open = Optional.empty();
        early.clear();
        next = -1;
        leftOut.set(0);
        release(List.of());
    }

    private static void close(AutoCloseable feed) {
        try {
            feed.close();
        } catch (Exception stuck) {
            throw new IllegalStateException(stuck);
        }
    }

    /// All messages before that key are shown, or were not looked for.
    void isShownUpTo(long nextKey) {
        next = nextKey;
        List<LiveMessages> told = List.copyOf(early);
        early.clear();
        hear(told);
    }

    private void hear(List<LiveMessages> told) {
        if (next < 0) {
            early.addAll(told.subList(0, Math.min(told.size(), MOST_EARLY - early.size())));
            return;
        }
        List<MessageRow> came = new ArrayList<>();
        told.forEach(one -> one.messages().forEach(message -> take(message, came)));
        if (!came.isEmpty()) {
            bring(came.reversed());
        }
    }

    /// Keys have no gaps: where there is one, messages were left out, by the hub or while the link was broken.
    private void take(MessageView message, List<MessageRow> came) {
        if (message.key() >= next) {
            leftOut.set(leftOut.get() + message.key() - next);
            next = message.key() + 1;
            if (wanted.finds(message)) {
                came.add(MessageRow.of(message));
            }
        }
    }

    private void bring(List<MessageRow> newestFirst) {
        if (reading) {
            held.addNewer(newestFirst);
            heldCount.set(held.all().size());
        } else {
            show.accept(newestFirst);
        }
    }

    /// The reader looks at something, or at the newest again.
    void readerIs(boolean atSomething) {
        reading = atSomething;
        if (!reading && heldCount.get() > 0) {
            release(List.copyOf(held.all()));
        }
    }

    private void release(List<MessageRow> newestFirst) {
        held.show(List.of());
        heldCount.set(0);
        if (!newestFirst.isEmpty()) {
            show.accept(newestFirst);
        }
    }

    boolean isOn() {
        return open.isPresent();
    }

    /// How many new ones wait for the reader.
    ReadOnlyIntegerProperty held() {
        return heldCount;
    }

    /// How many came that were not told.
    ReadOnlyLongProperty leftOut() {
        return leftOut;
    }
}
