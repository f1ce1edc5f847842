// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.stream.Streams;

/// What is known of the stream that is looked at, one part a tab.
record StreamModels(
        MessagesViewModel messages,
        MessageViewModel message,
        LettersViewModel letters,
        BatchesViewModel batches,
        ChartViewModel chart,
        RulesViewModel rules) {
    StreamModels(Streams hub, MessageFeed feed, OnFx fx) {
        this(
                new MessagesViewModel(hub, feed, fx),
                new MessageViewModel(hub, fx),
                new LettersViewModel(hub, fx),
                new BatchesViewModel(hub, fx),
                new ChartViewModel(hub, feed, fx),
                new RulesViewModel(hub, fx));
    }

    /// Another stream is looked at.
    void show(StreamRow row) {
        message.begin(row.number());
        messages.show(row.number());
        letters.begin(row.isDeadLetters());
        batches.begin(row.number());
        chart.begin(row.number());
    }

    /// Some of the dead letters have left.
    void lettersLeft() {
        message.begin(messages.number());
        messages.personWantsNewest();
    }

    /// Another page comes to the front.
    void leave() {
        messages.leave();
        chart.leave();
    }

    void comeBack() {
        messages.comeBack();
        letters.look();
    }
}
