// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One tab for each open service, with a dot while it is not saved.
final class TabBar extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ServicesViewModel model;
    private final Map<OpenService, Node> tabs = new HashMap<>();

    TabBar(ServicesViewModel model) {
        this.model = model;
        getStyleClass().add("editor-tabs");
        model.tabs().open().addListener((ListChangeListener<OpenService>) change -> rebuild());
        rebuild();
        model.tabs().current().subscribe(this::mark);
    }

    private void rebuild() {
        tabs.keySet().retainAll(model.tabs().open());
        getChildren()
                .setAll(model.tabs().open().stream()
                        .map(tab -> tabs.computeIfAbsent(tab, this::tab))
                        .toList());
        mark(model.tabs().current().get());
    }

    private Node tab(OpenService service) {
        String file = service.stored().get().fileName();
        var name = new Label(file);
        var dot = new Region();
        dot.getStyleClass().add("dirty-dot");
        dot.visibleProperty().bind(service.state().map(state -> service.dirty()));
        dot.managedProperty().bind(dot.visibleProperty());
        Button close = Buttons.quiet(Icons.CLOSE, "Close " + file, () -> model.personCloses(service));
        close.getStyleClass().add("small");
        var tab = new HBox(name, dot, close);
        tab.setId("tab-" + service.name());
        tab.getStyleClass().add("editor-tab");
        tab.setOnMousePressed(e -> model.personSelects(service));
        return tab;
    }

    private void mark(Optional<OpenService> current) {
        tabs.forEach((service, tab) -> tab.pseudoClassStateChanged(
                CURRENT, current.filter(service::equals).isPresent()));
    }
}
