// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The steps that run a service, each with the version it is locked to, which can be changed here.
final class UseList extends VBox {
    private final ServicesViewModel model;
    private final Navigator navigator;
    private final VBox rows = new VBox();
    private final Button all = Buttons.plain("", () -> {});

    UseList(ServicesViewModel model, Navigator navigator) {
        this.model = model;
        this.navigator = navigator;
        rows.getStyleClass().add("use-list");
        all.setId("update-all");
        all.getStyleClass().addAll("link", "use-all");
        all.managedProperty().bind(all.visibleProperty());
        getChildren().add(new Section("Used in", rows).with(all));
    }

    void show(OpenService tab) {
        List<ServiceVersion> versions =
                model.catalogue().summary(tab.name()).map(ServiceSummary::versions).orElse(List.of()).stream()
                        .map(ServiceSummary.Version::version)
                        .toList();
        ServiceVersion newest = versions.isEmpty() ? tab.version() : versions.getFirst();
        List<Use> found = Use.of(tab.name(), model.usedIn().get());
        List<Use> behind = found.stream().filter(use -> use.behind(newest)).toList();
        rows.getChildren()
                .setAll(
                        found.isEmpty()
                                ? List.of(none())
                                : found.stream()
                                        .map(use -> row(use, versions, newest))
                                        .toList());
        all.setText("Update all to " + newest);
        all.setVisible(behind.size() > 1);
        all.setOnAction(e -> model.personLocks(behind, newest.toString()));
    }

    private static Node none() {
        var none = Fields.quiet("No flow uses it yet.");
        none.getStyleClass().add("small-words");
        return none;
    }

    private Node row(Use use, List<ServiceVersion> versions, ServiceVersion newest) {
        String place = use.flow() + "/" + use.step();
        Button link = Buttons.plain(Icons.FLOWS, place, () -> navigator.go(Place.FLOWS, place));
        link.getStyleClass().add("link");
        link.setMinWidth(0);
        link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        link.setTooltip(new Tooltip(place));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = Fields.row(lock(use, versions), gap);
        if (use.behind(newest)) {
            Button update =
                    Buttons.plain("Update to " + newest, () -> model.personLocks(List.of(use), newest.toString()));
            update.setId("update-" + use.step());
            update.getStyleClass().add("small");
            row.getChildren().add(update);
        }
        return new VBox(link, row);
    }

    private MenuButton lock(Use use, List<ServiceVersion> versions) {
        var choice = new MenuButton(use.words());
        choice.setId("lock-" + use.step());
        choice.setAccessibleText("Version of " + use.flow() + "/" + use.step() + ": " + use.words());
        choice.getStyleClass().addAll("flat", "small", "use-lock");
        if (use.locked()) {
            choice.setGraphic(Icons.LOCKED.node("icon-small"));
        }
        choice.getItems().add(item("Follow the newest", use, Flow.Step.LATEST));
        versions.forEach(version -> choice.getItems().add(item("Lock to " + version, use, version.toString())));
        return choice;
    }

    private MenuItem item(String words, Use use, String version) {
        var item = new MenuItem(words);
        item.setDisable(version.equals(use.version()));
        item.setOnAction(e -> model.personLocks(List.of(use), version));
        return item;
    }
}
