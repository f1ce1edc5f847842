// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.SaveState;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// About the service that is looked at: its versions, its properties and packages, and which flows use it.
final class ServicePane extends VBox {
    private final ServicesViewModel model;
    private final Label name = new Label();
    private final Button delete = Buttons.quiet(Icons.DELETE, "Delete this draft", this::delete);
    private final VersionList versions;
    private final PropertyEditor properties = new PropertyEditor();
    private final PackageEditor packages;
    private final UseList uses;
    private Subscription looking = Subscription.EMPTY;

    ServicePane(ServicesViewModel model, Brought brought, Navigator navigator) {
        this.model = model;
        uses = new UseList(model, navigator);
        packages = new PackageEditor(brought);
        versions = new VersionList(model);
        getStyleClass().addAll("pane", "pane-right", "about-service");
        name.getStyleClass().add("pane-title");
        var sections = new ScrollPane(new VBox(versions, properties, packages, uses));
        sections.setFitToWidth(true);
        VBox.setVgrow(sections, Priority.ALWAYS);
        getChildren().addAll(head(), sections);
        visibleProperty().bind(model.tabs().current().map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
        model.tabs().current().subscribe(tab -> tab.ifPresent(this::show));
        model.catalogue().rows().addListener((ListChangeListener<ServiceRow>)
                change -> model.tabs().current().get().ifPresent(tab -> {
                    versions.show(tab);
                    uses.show(tab);
                }));
        model.usedIn().subscribe(flows -> model.tabs().current().get().ifPresent(uses::show));
    }

    private HBox head() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        delete.setId("draft-delete");
        delete.getStyleClass().add("small");
        var head = new HBox(name, gap, delete);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private void show(OpenService tab) {
        looking.unsubscribe();
        name.setText(tab.name());
        versions.show(tab);
        uses.show(tab);
        looking = Subscription.combine(
                properties.follow(tab),
                packages.follow(tab),
                tab.state().subscribe(state -> delete.setVisible(state != SaveState.RELEASED)));
    }

    private void delete() {
        model.tabs().current().get().ifPresent(tab -> {
            String title = "Delete draft " + tab.stored().get().version() + " of " + tab.name() + "?";
            if (Ask.confirm(getScene().getWindow(), title, "What was written in it is lost.", "Delete")) {
                model.personDeletesDraft(tab);
            }
        });
    }
}
