// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.code.DiffView;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// In the place of the editor: two versions of a service side by side, and the way back to the older one.
final class ComparePane extends VBox {
    private final ServicesViewModel model;
    private final Label title = new Label();
    private final Label leftWords = new Label();
    private final Label rightWords = new Label();
    private final ComboBox<ServiceVersion> left = new ComboBox<>();
    private final ComboBox<ServiceVersion> right = new ComboBox<>();
    private final Button restore = Buttons.plain("Restore", this::restore);
    private final DiffView view;
    private boolean filling;

    ComparePane(ServicesViewModel model) {
        this.model = model;
        setId("compare");
        getStyleClass().add("compare-pane");
        choice(left, "compare-left", "Version at the left");
        choice(right, "compare-right", "Version at the right");
        restore.setId("compare-restore");
        restore.getStyleClass().add("small");
        view = new DiffView(model.comparing().differences(), side(left, leftWords, restore), side(right, rightWords));
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(head(), view);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.comparing().shown().subscribe(shown -> shown.ifPresent(this::show));
    }

    private HBox head() {
        title.getStyleClass().add("pane-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = Buttons.quiet(Icons.CLOSE, "Back to the editor (Escape)", model.comparing()::personCloses);
        close.setId("compare-close");
        close.getStyleClass().add("small");
        var head = new HBox(title, gap, close);
        head.getStyleClass().add("compare-head");
        return head;
    }

    private void choice(ComboBox<ServiceVersion> box, String id, String meaning) {
        box.setId(id);
        box.setAccessibleText(meaning);
        box.getStyleClass().add("small");
        box.managedProperty().bind(box.visibleProperty());
        box.valueProperty().addListener((its, before, now) -> chosen());
    }

    private static HBox side(ComboBox<ServiceVersion> version, Label words, Button... more) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        words.getStyleClass().add("small-words");
        var side = new HBox(version, words, gap);
        side.getChildren().addAll(more);
        side.getStyleClass().add("row");
        return side;
    }

    private void show(Compared compared) {
        filling = true;
        title.setText("Compare " + compared.service());
        List<ServiceVersion> versions =
                model.catalogue().summary(compared.service()).map(ServiceSummary::versions).orElse(List.of()).stream()
                        .map(ServiceSummary.Version::version)
                        .toList();
        show(left, versions, compared.leftVersion(), compared.versions());
        show(right, versions, compared.rightVersion(), compared.versions());
        leftWords.setText(
                compared.versions()
                        ? model.catalogue().words(compared.left().draft())
                        : compared.left().words());
        rightWords.setText(
                compared.versions()
                        ? model.catalogue().words(compared.right().draft())
                        : compared.right().words());
        restore.setVisible(compared.versions());
        restore.setText("Restore " + compared.leftVersion());
        filling = false;
        if (!left.isFocused() && !right.isFocused()) {
            view.takesKeys();
        }
    }

    private static void show(
            ComboBox<ServiceVersion> box, List<ServiceVersion> versions, ServiceVersion chosen, boolean visible) {
        box.getItems().setAll(versions);
        box.setValue(chosen);
        box.setVisible(visible);
    }

    private void chosen() {
        Optional<Compared> now = model.comparing().shown().get();
        if (!filling && now.isPresent() && left.getValue() != null && right.getValue() != null) {
            model.comparing().personCompares(now.get().service(), left.getValue(), right.getValue());
        }
    }

    private void restore() {
        model.comparing()
                .shown()
                .get()
                .ifPresent(shown -> model.personRestores(shown.left().draft()));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !left.isShowing() && !right.isShowing()) {
            model.comparing().personCloses();
            event.consume();
        }
    }
}
