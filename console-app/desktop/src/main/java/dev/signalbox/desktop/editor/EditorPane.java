// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The middle of the page: tabs, the text of the one that is looked at, and where it stands.
final class EditorPane extends VBox {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final ServicesViewModel model;
    private final SourceHelp help;
    private final OnFx fx;
    private final Map<OpenService, Sheet> sheets = new HashMap<>();
    private final StackPane desk = new StackPane();
    private final StateBanner banner;
    private final EditorStatus status = new EditorStatus();
    private Subscription looking = Subscription.EMPTY;

    EditorPane(ServicesViewModel model, SourceHelp help, OnFx fx) {
        this.model = model;
        this.help = help;
        this.fx = fx;
        banner = new StateBanner(model);
        getStyleClass().add("editor-pane");
        var none = new EmptyState(
                Icons.SERVICES, "Nothing open", "Choose a service at the left to read or write it, or make a new one.");
        none.visibleProperty().bind(model.tabs().current().map(Optional::isEmpty));
        var compared = new ComparePane(model);
        compared.visibleProperty().bind(model.comparing().shown().map(Optional::isPresent));
        desk.visibleProperty().bind(compared.visibleProperty().not());
        model.comparing().shown().subscribe(shown -> goOnWriting(compared.isFocusWithin() && shown.isEmpty()));
        var work = new StackPane(desk, compared);
        var written = new VBox(head(), banner, work, status);
        written.visibleProperty().bind(model.tabs().current().map(Optional::isPresent));
        VBox.setVgrow(work, Priority.ALWAYS);
        var both = new StackPane(none, written);
        work.setMinWidth(0); // what is hidden in it would have it wider
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().add(both);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.tabs().open().addListener((ListChangeListener<OpenService>) change -> putAway());
        model.tabs().current().subscribe(tab -> tab.ifPresent(this::show));
    }

    private HBox head() {
        var tabs = new TabBar(model);
        HBox.setHgrow(tabs, Priority.ALWAYS);
        Button tries = Buttons.plain(Icons.PLAY, "Try it", this::personTries);
        tries.setId("try-open");
        tries.getStyleClass().add("small");
        tries.setTooltip(new Tooltip("Run it here on messages of yours, before any node has it (Ctrl+Enter)"));
        tries.visibleProperty().bind(model.comparing().shown().map(Optional::isEmpty));
        var head = new HBox(tabs, tries);
        head.getStyleClass().add("editor-head");
        return head;
    }

    /// Opens what a person tries the service with that is looked at.
    void personTries() {
        model.tabs().current().get().map(sheets::get).ifPresent(Sheet::personTries);
    }

    /// The keys go to the text that is looked at, once it is there to take them.
    void personWrites() {
        fx.later(() -> model.tabs().current().get().map(sheets::get).ifPresent(Sheet::takesKeys));
    }

    private void pressed(KeyEvent event) {
        if (SAVE.match(event)) {
            model.tabs().current().get().ifPresent(tab -> tab.saving().saveNow());
            event.consume();
        }
    }

    private void goOnWriting(boolean now) {
        if (now) {
            personWrites();
        }
    }

    private void show(OpenService tab) {
        looking.unsubscribe();
        boolean writes = desk.isFocusWithin();
        Sheet sheet = sheets.computeIfAbsent(
                tab,
                one -> new Sheet(
                        one,
                        help,
                        fx,
                        () -> Use.addresses(one.name(), model.usedIn().get())));
        desk.getChildren().setAll(sheet);
        if (writes) {
            sheet.takesKeys();
        }
        looking = Subscription.combine(banner.follow(tab), sheet.tells(status, tab));
    }

    private void putAway() {
        sheets.entrySet().removeIf(entry -> {
            boolean closed = !model.tabs().open().contains(entry.getKey());
            if (closed) {
                entry.getValue().close();
            }
            return closed;
        });
    }
}
