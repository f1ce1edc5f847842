// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.code.EditorKeys;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.HubNews;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.KeyNote;
import dev.signalbox.desktop.kit.Lazy;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.workbench.editing.SourceHelp;
import dev.signalbox.workbench.flow.Flows;
import dev.signalbox.workbench.journal.Journal;
import dev.signalbox.workbench.service.Services;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The Services page.
public final class ServicesPage implements Page {
    private final ServicesViewModel model;
    private final Lazy<Sight> sight;

    public ServicesPage(Services services, Flows flows, SourceHelp help, Surroundings around) {
        model = new ServicesViewModel(new ServiceDesk(services, flows, around.journal()), around.fx());
        sight = new Lazy<>(() -> draw(
                new EditorPane(model, help, around.fx()),
                new ServicePane(model, new Brought(help, around.fx()), around.navigator())));
    }

    /// What is seen of the page.
    private record Sight(EditorPane editor, Node all) {}

    private Sight draw(EditorPane middle, ServicePane about) {
        HBox.setHgrow(middle, Priority.ALWAYS);
        var work = new HBox(new ServiceList(model, this::create), middle, about);
        return new Sight(
                middle,
                new Frame(work, none(), Bindings.isEmpty(model.catalogue().rows()), model.problem()));
    }

    /// What the page needs around it.
    ///
    /// @param journal where unsaved text is written down
    public record Surroundings(OnFx fx, Navigator navigator, Journal journal) {
        /// Where nothing is written down.
        public Surroundings(OnFx fx, Navigator navigator) {
            this(fx, navigator, Journal.none());
        }
    }

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
        new NewServiceForm(model.newService())
                .ask(view().getScene().getWindow(), model, sight.get().editor()::personWrites);
    }

    /// Who is to be told what happens at the hub.
    public HubNews news() {
        return model;
    }

    @Override
    public Place place() {
        return Place.SERVICES;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("New service…", place(), this::create),
                new Command(
                        "Try this service", place(), () -> sight.get().editor().personTries()));
    }

    @Override
    public List<String> names() {
        return model.catalogue().all().stream().map(ServiceSummary::name).toList();
    }

    @Override
    public List<KeyNote> keys() {
        return EditorKeys.ALL;
    }

    @Override
    public Node view() {
        return sight.get().all();
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
