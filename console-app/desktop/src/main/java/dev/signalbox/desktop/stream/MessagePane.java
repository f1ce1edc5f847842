// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Clip;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.workbench.stream.PayloadForm;
import java.io.File;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The message that is looked at: its payload, and what is known of it beside that.
final class MessagePane extends StackPane {
    private final MessageViewModel model;
    private final Label title = new Label();
    private final MessageFacts facts;
    private final ToggleGroup forms = new ToggleGroup();

    /// @param toDevice leads to the page of a device
    MessagePane(MessageViewModel model, OnFx fx, Consumer<String> toDevice) {
        this.model = model;
        facts = new MessageFacts(toDevice);
        getStyleClass().add("message-pane");
        var payload = new PayloadView(model.payload(), fx);
        HBox.setHgrow(payload, Priority.ALWAYS);
        var body = new HBox(payload, facts);
        VBox.setVgrow(body, Priority.ALWAYS);
        var problems = new Problems();
        model.asking().problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        var content = new VBox(head(), problems, new DownloadLine(model.download()), body);
        var none = new EmptyState(
                Icons.MESSAGES, "No message chosen", "Choose one above to see its payload and properties.");
        content.visibleProperty().bind(model.row().map(Optional::isPresent));
        none.visibleProperty().bind(model.row().map(Optional::isEmpty));
        getChildren().addAll(none, content);
        model.row().subscribe(row -> row.ifPresent(this::fill));
    }

    private Node head() {
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = Buttons.quiet(Icons.COPY, "Copy what is shown");
        copy.setOnAction(press -> Clip.copy(model.payload().shown(), copy));
        Button download = Buttons.plain(Icons.EXPORT, "Download…", this::download);
        download.setId("payload-download");
        download.disableProperty().bind(model.download().busy());
        var head = new HBox(
                title,
                gap,
                toggle(PayloadForm.JSON, "JSON"),
                toggle(PayloadForm.TEXT, "Text"),
                toggle(PayloadForm.HEX, "Hex"),
                copy,
                download);
        head.getStyleClass().addAll("pane-head", "message-head");
        return head;
    }

    private Node toggle(PayloadForm form, String name) {
        var toggle = new ToggleButton(name);
        toggle.setId("payload-as-" + form.name().toLowerCase(java.util.Locale.ROOT));
        toggle.getStyleClass().add("small");
        toggle.setToggleGroup(forms);
        toggle.setOnAction(press -> {
            model.payload().personWants(form);
            toggle.setSelected(model.payload().form().get() == form);
        });
        model.payload().form().subscribe(now -> toggle.setSelected(now == form));
        if (form == PayloadForm.JSON) {
            toggle.disableProperty().bind(model.payload().isJson().not());
        }
        return toggle;
    }

    void show(MessageRow row) {
        model.show(row);
    }

    private void fill(MessageRow row) {
        title.setText("Message " + row.key());
        facts.show(row);
    }

    private void download() {
        model.row().get().ifPresent(row -> {
            var chooser = new FileChooser();
            chooser.setTitle("Save the whole payload");
            chooser.setInitialFileName(
                    "message-" + row.key() + (model.payload().isJson().get() ? ".json" : ".bin"));
            File file = chooser.showSaveDialog(getScene().getWindow());
            if (file != null) {
                model.personDownloads(file.toPath());
            }
        });
    }
}
