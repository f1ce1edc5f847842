// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tryout;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.desktop.kit.TextSize;
import dev.signalbox.workbench.tryout.TryEvent;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Below the text of a service: what is handed to it at the left, what it does at the right.
public final class TryPane extends VBox {
    /// Tries what is typed, from wherever the keys go.
    public static final KeyCombination RUN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private static final double ROW = 22;

    private final TryViewModel model;
    private final IntConsumer goTo;
    private final Runnable leave;
    private final TryInput input;

    /// @param goTo goes to a line of the text, from 1
    /// @param leave goes back to the text alone
    public TryPane(TryViewModel model, IntConsumer goTo, Runnable leave) {
        this.model = model;
        this.goTo = goTo;
        this.leave = leave;
        setId("try");
        getStyleClass().add("try-pane");
        input = new TryInput(model);
        ListView<TryRow> rows = rows();
        HBox.setHgrow(rows, Priority.ALWAYS);
        var both = new HBox(input, rows);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(head(), problems(), both);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private HBox head() {
        var title = new Label("Try it");
        title.getStyleClass().add("pane-title");
        var words = new Label();
        words.setId("try-state");
        words.getStyleClass().add("muted");
        words.textProperty().bind(model.state().map(TryState::words));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = Buttons.quiet(Icons.CLOSE, "Back to the text alone (Escape)", leave);
        close.setId("try-close");
        close.getStyleClass().add("small");
        var head = new HBox(title, words, gap, stop(), run(), close);
        head.getStyleClass().add("try-head");
        return head;
    }

    private Button run() {
        Button run = Buttons.primary("Run", model::personRuns);
        run.setId("try-run");
        run.getStyleClass().add("small");
        return run;
    }

    private Button stop() {
        Button stop = Buttons.plain("Stop", model::personStops);
        stop.setId("try-stop");
        stop.getStyleClass().add("small");
        stop.visibleProperty().bind(model.state().map(now -> now == TryState.RUNNING));
        return stop;
    }

    private Problems problems() {
        var problems = new Problems();
        model.problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        return problems;
    }

    private ListView<TryRow> rows() {
        var list = new ListView<>(model.rows());
        list.setId("try-rows");
        list.setAccessibleText("What the service did");
        list.getStyleClass().add("try-rows");
        list.fixedCellSizeProperty().bind(TextSize.px(ROW));
        list.setCellFactory(cells -> new TryCell());
        list.setPlaceholder(new EmptyState(
                Icons.PLAY,
                "Nothing tried yet",
                "The service runs here, in a process of its own, on the messages at the left. No node notices."));
        list.setOnMouseClicked(click -> goTo(list.getSelectionModel().getSelectedItem()));
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                goTo(list.getSelectionModel().getSelectedItem());
            }
        });
        return list;
    }

    private void goTo(TryRow row) {
        TryEvent event = row == null ? null : row.event();
        if (event != null && event.line() > 0) {
            goTo.accept(event.line());
        }
    }

    private void pressed(KeyEvent event) {
        if (RUN.match(event)) {
            model.personRuns();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
            event.consume();
        }
    }

    /// The keys go to the messages.
    public void takesKeys() {
        input.takesKeys();
    }

    /// Runs what is typed.
    public void personRuns() {
        model.personRuns();
    }
}
