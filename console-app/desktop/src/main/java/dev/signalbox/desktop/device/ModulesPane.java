// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.device.ModuleIdentity;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The device's modules: all of them, or the one that is looked at.
final class ModulesPane extends StackPane {
    private final ModulesViewModel model;
    private final ObservableList<ModuleIdentity> rows = FXCollections.observableArrayList();

    ModulesPane(ModulesViewModel model, OnFx fx) {
        this.model = model;
        var all = all();
        var one = new ModulePane(model, fx);
        one.visibleProperty().bind(model.opened().map(Optional::isPresent));
        all.visibleProperty().bind(one.visibleProperty().not());
        getChildren().addAll(all, one);
        model.modules().subscribe(this::show);
    }

    private Node all() {
        var none = new EmptyState(
                Icons.SERVICES,
                "No modules",
                "A module is a program on the device that signs in by itself, with keys and a twin of its own.",
                Buttons.plain("Add a module", this::add));
        var list = new CardList<ModuleIdentity>(rows, none, this::row);
        VBox.setVgrow(list, Priority.ALWAYS);
        return new VBox(bar(), Banners.of(model.asking().problem()), list);
    }

    private void show(Optional<List<ModuleIdentity>> modules) {
        rows.setAll(modules.orElse(List.of()));
    }

    private Node bar() {
        var count = new Label();
        count.getStyleClass().add("muted");
        count.textProperty()
                .bind(model.modules()
                        .map(all -> all.map(it -> it.size() + " of 50 modules").orElse("")));
        count.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var add = Buttons.plain(Icons.ADD, "Add module", this::add);
        add.setId("add-module");
        var bar = new HBox(count, gap, add);
        bar.getStyleClass().add("tab-bar");
        return bar;
    }

    private Node row(ModuleIdentity module) {
        var name = new Label(module.id());
        name.getStyleClass().add("strong");
        name.setTooltip(new Tooltip(module.id()));
        name.setMinWidth(60);
        var proof = new Label(Proofs.name(module.proof().kind()));
        proof.getStyleClass().addAll("muted", "small-words");
        proof.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button open = Buttons.plain("Twin and methods", () -> model.personOpens(module));
        open.setId("open-module-" + module.id());
        Button copy = Buttons.copying("Connection string", clip -> model.personCopies(module, clip));
        copy.setId("copy-module-" + module.id());
        Button delete = Buttons.quiet(Icons.DELETE, "Delete " + module.id(), () -> delete(module));
        delete.setId("delete-module-" + module.id());
        var row = new HBox(name, proof, gap, open, copy, delete);
        row.getStyleClass().addAll("card", "row", "module-row");
        return row;
    }

    private void add() {
        new DeviceForm(model::knows, false)
                .ask(getScene().getWindow(), "Add a module")
                .ifPresent(model::personAdds);
    }

    private void delete(ModuleIdentity module) {
        String words = "Its keys and twin are lost, and it can sign in no more.";
        if (Ask.confirm(getScene().getWindow(), "Delete " + module.id() + "?", words, "Delete")) {
            model.personDeletes(module);
        }
    }
}
