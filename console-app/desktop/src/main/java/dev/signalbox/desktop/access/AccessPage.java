// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.PageBar;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Strip;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.workbench.access.Authorities;
import dev.signalbox.workbench.access.Policies;
import dev.signalbox.workbench.consumer.ConsumerTokens;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The Access page: the policies that let back ends in, the authorities that let devices in, and the tokens that let
/// programs read streams.
public final class AccessPage implements Page {
    private static final Duration LOOK_AGAIN = Duration.seconds(5);

    private final Optional<AccessViewModel> model;
    private final AuthoritiesViewModel authorities;
    private final ConsumersViewModel consumers;
    private final Strip view;
    private final Timeline clock;

    /// What is asked about programs that read streams. All calls block and throw `ProblemException`.
    public record Programs(ConsumerTokens tokens, Supplier<List<StreamView>> streams) {}

    /// @param policies absent for who may not see their keys
    public AccessPage(Optional<Policies> policies, Authorities authorities, Programs programs, OnFx fx) {
        model = policies.map(keys -> new AccessViewModel(keys, fx));
        this.authorities = new AuthoritiesViewModel(authorities, fx, Clock.systemUTC());
        var signers = new AuthoritiesView(
                this.authorities,
                new NewAuthorityViewModel(authorities, fx, this.authorities),
                new ProofViewModel(authorities, fx, this.authorities));
        consumers = new ConsumersViewModel(programs, fx, Clock.systemUTC());
        var readers =
                new ConsumersView(consumers, new NewConsumerViewModel(programs, fx, consumers, Clock.systemUTC()));
        view = new Strip("access");
        model.ifPresent(its -> view.with("Policies", policies(its)));
        view.with("Authorities", signers).with("Consumers", readers);
        clock = new Timeline(new KeyFrame(LOOK_AGAIN, e -> lookAgain(readers)));
        clock.setCycleCount(Animation.INDEFINITE);
        view.getStyleClass().add("page");
    }

    /// Programs read on while somebody looks at how far they have come.
    private void lookAgain(Node readers) {
        if (readers.isVisible()) {
            consumers.look();
        }
    }

    private Node policies(AccessViewModel model) {
        var list = new VBox(bar(model), new PolicyList(model));
        list.getStyleClass().add("policy-side");
        var both = new HBox(list, beside(model));
        return new Frame(
                both, none(), Bindings.isEmpty(model.all()), model.asking().problem());
    }

    private Node bar(AccessViewModel model) {
        var add = Buttons.plain(Icons.ADD, "Add policy", () -> add(model));
        add.setId("add-policy");
        return new PageBar("Shared access policies", add);
    }

    private static Node beside(AccessViewModel model) {
        var none = new EmptyState(
                Icons.ACCESS,
                "Nothing chosen",
                "A shared access policy lets a back end use the hub with IoT Hub's service clients. "
                        + "Choose one at the left to copy its connection string.");
        var pane = new PolicyPane(model);
        pane.visibleProperty().bind(model.selected().map(Optional::isPresent));
        none.visibleProperty().bind(model.selected().map(Optional::isEmpty));
        var both = new StackPane(none, pane);
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    private static Node none() {
        return new EmptyState(
                Icons.ACCESS,
                "Policies are not read yet",
                "A shared access policy lets a back end use the hub with IoT Hub's service clients.");
    }

    private void add(AccessViewModel model) {
        new PolicyForm(model::knows)
                .ask(view.getScene().getWindow())
                .ifPresent(form -> model.personAdds(form.name(), form.rights()));
    }

    @Override
    public Place place() {
        return Place.ACCESS;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.ifPresent(AccessViewModel::look);
        authorities.look();
        consumers.look();
        clock.play();
    }

    @Override
    public void left() {
        clock.stop();
    }

    /// @param argument a policy's name
    @Override
    public void open(String argument) {
        model.ifPresent(its -> its.personChose(argument));
    }
}
