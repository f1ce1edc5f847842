// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.desktop.kit.Icons;
import javafx.scene.control.Button;

/// Pauses a log that follows the newest line, and lets a paused one follow again.
final class FollowButton extends Button {
    FollowButton(LogViewModel model) {
        getStyleClass().add("follow-button");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(e -> {
            if (model.following().get()) {
                model.readerPaused();
            } else {
                model.readerJumpedToNewest();
            }
        });
        model.following().subscribe(this::show);
    }

    private void show(boolean following) {
        setText(following ? "Pause" : "Follow");
        setGraphic((following ? Icons.PAUSE : Icons.PLAY).node("icon-small"));
    }
}
