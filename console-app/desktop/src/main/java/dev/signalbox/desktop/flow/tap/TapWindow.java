// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow.tap;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Clip;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.protocol.identity.DeviceId;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.Duration;

/// Shows a wire's last messages while it is open. The window beside it can be worked in meanwhile.
final class TapWindow {
    private static final Duration BEAT = Duration.millis(500);

    private final TapViewModel model;
    private final Injecting injecting;
    private final Dialog<ButtonType> dialog = new Dialog<>();

    TapWindow(TapViewModel model, Injecting injecting) {
        this.model = model;
        this.injecting = injecting;
    }

    void open(Window owner) {
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Tap " + model.target().name());
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        pane.setContent(content());
        pane.getButtonTypes().add(ButtonType.CLOSE);
        pane.lookupButton(ButtonType.CLOSE).setId("tap-close");
        var beats = new Timeline(new KeyFrame(BEAT, beat -> model.beat()));
        beats.setCycleCount(Animation.INDEFINITE);
        dialog.setOnHidden(closed -> beats.stop());
        model.beat();
        beats.play();
        dialog.show();
    }

    private VBox content() {
        var title = new Label("Tap " + model.target().name());
        title.getStyleClass().add("ask-title");
        title.setWrapText(true);
        var problem = new Problems();
        model.problem().subscribe(found -> found.ifPresentOrElse(problem::show, problem::clear));
        var detail = new TapDetail(this::inject);
        ListView<TapRow> list = list();
        list.getSelectionModel().selectedItemProperty().subscribe(detail::show);
        VBox.setVgrow(list, Priority.ALWAYS);
        var said = Fields.quiet("");
        said.setId("tap-said");
        said.textProperty().bind(injecting.said());
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        var body = new VBox(title, bar(), problem, list, detail, said);
        body.getStyleClass().addAll("ask", "tap");
        return body;
    }

    private HBox bar() {
        var node = new ComboBox<DeviceId>();
        node.setId("tap-node");
        node.setAccessibleText("Node");
        node.getStyleClass().add("tap-node");
        node.getItems().setAll(model.target().nodes());
        node.valueProperty().bindBidirectional(model.node());
        var words = new Label();
        words.setId("tap-words");
        words.getStyleClass().add("muted");
        words.setMinWidth(Region.USE_PREF_SIZE);
        words.textProperty().bind(model.words());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var pause = new ToggleButton("Pause view", Icons.PAUSE.node("icon-small"));
        pause.setId("tap-pause");
        pause.setMinWidth(Region.USE_PREF_SIZE);
        pause.selectedProperty().bindBidirectional(model.paused());
        Button clear = Buttons.plain(Icons.CLEAR, "Clear", model::personClears);
        clear.setId("tap-clear");
        Button copy = Buttons.quiet(Icons.COPY, "Copy all, one JSON a line, to try a service on");
        copy.setId("tap-copy-all");
        copy.setOnAction(press -> Clip.copy(model.recorded(), copy));
        Button inject = Buttons.plain("Inject…", () -> inject(InjectDraft.EMPTY));
        inject.setId("tap-inject");
        return Fields.row(node, words, gap, pause, clear, copy, inject);
    }

    private ListView<TapRow> list() {
        var list = new ListView<>(model.rows());
        list.setId("tap-list");
        list.setAccessibleText("Messages, the newest first");
        list.setCellFactory(cells -> new TapCell());
        list.setPlaceholder(new EmptyState(
                Icons.MESSAGES,
                "Nothing has come yet",
                "Messages show here as the wire carries them. Wait for the next one, or inject one yourself."));
        return list;
    }

    private void inject(InjectDraft draft) {
        new InjectForm(model.target(), model.node().get(), draft)
                .ask(
                        dialog.getDialogPane().getScene().getWindow(),
                        (node, typed) -> injecting.personInjects(node, model.target(), typed));
    }
}
