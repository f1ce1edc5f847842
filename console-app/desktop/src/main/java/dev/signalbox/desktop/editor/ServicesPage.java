// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.workbench.editing.SourceHelp;
import dev.signalbox.workbench.flow.Flows;
import dev.signalbox.workbench.service.Services;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Services page.
public final class ServicesPage implements Page {
    private final ServicesViewModel model;
    private final Problems problems = new Problems();
    private final VBox view;

    public ServicesPage(Services services, Flows flows, SourceHelp help, Surroundings around) {
        model = new ServicesViewModel(services, flows, around.fx());
        var middle = new EditorPane(model, help, around.fx());
        HBox.setHgrow(middle, Priority.ALWAYS);
        var work = new HBox(new ServiceList(model, this::create), middle, new ServicePane(model, around.navigator()));
        var none = none();
        none.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        work.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        var either = new StackPane(work, none);
        VBox.setVgrow(either, Priority.ALWAYS);
        view = new VBox(problems, either);
        view.getStyleClass().add("page");
        view.getStylesheets().add(Theme.sheet(ServicesPage.class, "editor.css"));
        model.problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
    }

    /// What the page needs around it.
    public record Surroundings(OnFx fx, Navigator navigator) {}

    private Node none() {
        Button first = Buttons.primary("New service", this::create);
        first.setId("service-first");
        return new EmptyState(
                Icons.SERVICES,
                "No services yet",
                "A service is a Java class that handles messages. Write one here, place it in a flow, and release it to nodes.",
                first);
    }

    private void create() {
        new NewServiceForm(model.names()).ask(view.getScene().getWindow(), model);
    }

    /// Something changed in the hub: looks again. Call on the FX thread.
    public void refresh() {
        model.look();
    }

    /// A node said how its steps fare. Call on the FX thread.
    public void hear(NodeView node) {
        model.hear(node);
    }

    /// A node was deleted. Call on the FX thread.
    public void gone(String node) {
        model.gone(node);
    }

    @Override
    public Place place() {
        return Place.SERVICES;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.look();
    }

    @Override
    public void left() {
        model.saveAll();
    }

    /// @param argument a service's name
    @Override
    public void open(String argument) {
        model.personOpens(argument);
    }
}
