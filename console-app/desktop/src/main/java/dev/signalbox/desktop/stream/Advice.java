// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.protocol.stream.StreamProperty;
import javafx.scene.layout.StackPane;

/// How messages come to be in a stream that has none.
final class Advice {
    private final StackPane room = new StackPane();

    void show(StreamRow row) {
        room.getChildren().setAll(of(row));
    }

    private static EmptyState of(StreamRow row) {
        if (row.isDeadLetters()) {
            return new EmptyState(
                    Icons.CHECK,
                    "No dead letters",
                    "A message that cannot be put where it wants to go is kept here, with the reason.");
        }
        String how = row.isDefault()
                ? "Whatever a device sends comes here, unless it names another stream."
                : "A device sends here when its messages have the properties " + StreamProperty.GROUP.wireName() + "="
                        + row.group() + " and " + StreamProperty.STREAM.wireName() + "=" + row.name() + ".";
        return new EmptyState(Icons.MESSAGES, "No messages yet", how);
    }

    StackPane view() {
        return room;
    }
}
