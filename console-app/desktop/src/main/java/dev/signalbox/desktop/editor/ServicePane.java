// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.SaveState;
import dev.signalbox.desktop.kit.Section;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
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
    private final Navigator navigator;
    private final Label name = new Label();
    private final Button delete = Buttons.quiet(Icons.DELETE, "Delete this draft", this::delete);
    private final VersionList versions;
    private final PropertyEditor properties = new PropertyEditor();
    private final PackageEditor packages;
    private final VBox uses = new VBox();
    private Subscription looking = Subscription.EMPTY;

    ServicePane(ServicesViewModel model, Brought brought, Navigator navigator) {
        this.model = model;
        this.navigator = navigator;
        packages = new PackageEditor(brought);
        versions = new VersionList(model);
        getStyleClass().addAll("pane", "pane-right", "about-service");
        name.getStyleClass().add("pane-title");
        uses.getStyleClass().add("use-list");
        var sections = new ScrollPane(new VBox(versions, properties, packages, new Section("Used in", uses)));
        sections.setFitToWidth(true);
        VBox.setVgrow(sections, Priority.ALWAYS);
        getChildren().addAll(head(), sections);
        visibleProperty().bind(model.tabs().current().map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
        model.tabs().current().subscribe(tab -> tab.ifPresent(this::show));
        model.catalogue().rows().addListener((ListChangeListener<ServiceRow>)
                change -> model.tabs().current().get().ifPresent(versions::show));
        model.usedIn().subscribe(flows -> model.tabs().current().get().ifPresent(this::showUses));
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
        showUses(tab);
        looking = Subscription.combine(
                properties.follow(tab),
                packages.follow(tab),
                tab.state().subscribe(state -> delete.setVisible(state != SaveState.RELEASED)));
    }

    private void showUses(OpenService tab) {
        List<Use> found = Use.of(tab.name(), model.usedIn().get());
        uses.getChildren().setAll(found.stream().map(this::use).toList());
        if (found.isEmpty()) {
            var none = new Label("No flow uses it yet.");
            none.getStyleClass().addAll("muted", "small-words");
            uses.getChildren().add(none);
        }
    }

    private Node use(Use use) {
        var link =
                Buttons.plain(Icons.FLOWS, use.flow(), () -> navigator.go(Place.FLOWS, use.flow() + "/" + use.step()));
        link.getStyleClass().add("link");
        var version = new Label(use.version());
        version.getStyleClass().addAll("tiny-words", "muted");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(link, gap, version);
        row.getStyleClass().add("row");
        return row;
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
