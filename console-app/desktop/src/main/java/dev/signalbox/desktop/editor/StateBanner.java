// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.SaveState;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// Says why one cannot simply go on writing, and offers the way out. Takes no room while one can.
final class StateBanner extends HBox {
    private final ServicesViewModel model;

    StateBanner(ServicesViewModel model) {
        this.model = model;
        setId("editor-banner");
        getStyleClass().add("editor-banner");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    Subscription follow(OpenService tab) {
        return Subscription.combine(
                tab.state().subscribe(state -> show(tab, state)),
                tab.saving()
                        .resumed()
                        .subscribe(resumed -> show(tab, tab.state().get())));
    }

    private void show(OpenService tab, SaveState state) {
        boolean resumed = tab.saving().resumed().get();
        setVisible(state == SaveState.RELEASED || state.stuck() || resumed);
        getStyleClass().setAll("editor-banner", state.stuck() ? "loud" : "calm");
        switch (state) {
            case RELEASED -> released(tab);
            case CONFLICT -> conflict(tab);
            case FAILED -> failed(tab);
            case SAVED, UNSAVED, SAVING -> resumed(tab);
        }
    }

    private void resumed(OpenService tab) {
        fill(
                Icons.INFO,
                "What you had typed when the console ended is here again. Undo brings the hub's text back.",
                List.of(button("resumed-seen", "OK", tab.saving()::personSawIt)));
    }

    private void conflict(OpenService tab) {
        fill(
                Icons.WARNING,
                tab.saving().resumed().get()
                        ? "Someone else saved " + tab.name() + " since the console ended. Shown is what you had typed."
                        : "Someone else saved " + tab.name()
                                + " since you opened it. Nothing of yours was saved since.",
                List.of(
                        button(
                                "compare-conflict",
                                "Compare",
                                () -> model.comparing().personComparesWithHub(tab)),
                        button("keep-mine", "Keep mine", () -> decides(tab.saving()::personKeepsMine)),
                        button("take-theirs", "Take theirs", () -> decides(tab.saving()::personTakesTheirs))));
    }

    private void decides(Runnable way) {
        model.comparing().personCloses();
        way.run();
    }

    private void failed(OpenService tab) {
        fill(
                Icons.ERROR,
                tab.saving()
                        .problem()
                        .get()
                        .map(p -> p.what() + " " + p.remedy())
                        .orElse(""),
                List.of(
                        button("save-again", "Try again", tab.saving()::saveNow),
                        button("discard", "Discard", () -> model.personDiscards(tab))));
    }

    private void released(OpenService tab) {
        ServiceVersion version = tab.version();
        ServiceVersion newest = model.catalogue().newest(tab.name()).orElse(version);
        Button onward = newest.compareTo(version) <= 0
                ? button(
                        "update-minor-banner",
                        "Update minor to " + version.nextMinor(),
                        () -> model.personUpdatesMinor(tab.name()))
                : button("open-newest", "Open " + newest, () -> model.personOpens(tab.name(), newest));
        fill(
                Icons.LOCKED,
                "Version " + version + " is released and never changes again. Write on in a new version.",
                List.of(onward));
    }

    private void fill(Icons icon, String words, List<? extends Node> buttons) {
        var text = new Label(words);
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().setAll(icon.node("icon-small"), text);
        getChildren().addAll(buttons);
    }

    private static Button button(String id, String text, Runnable press) {
        Button button = Buttons.plain(text, press);
        button.setId(id);
        button.getStyleClass().add("small");
        return button;
    }
}
