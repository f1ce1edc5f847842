// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow.tap;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Menus;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.workbench.node.NodeActions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/// The buttons to look at a wire and to put messages on it, and why they cannot be pressed.
public final class TapTools extends VBox {
    /// What was injected last, to be changed a little and injected again.
    private final Map<StepAddress, InjectDraft> last = new HashMap<>();

    private final NodeActions hub;
    private final OnFx fx;
    private final Injecting injecting;
    private final Button tap = Buttons.plain(Icons.STREAMS, "Tap…", this::personTaps);
    private final Button inject = Buttons.plain("Inject…", this::personInjects);
    private final Label hint = new Label();
    private Optional<Target> target = Optional.empty();

    /// @param id what the buttons' ids begin with
    public TapTools(String id, NodeActions hub, OnFx fx) {
        this.hub = hub;
        this.fx = fx;
        injecting = new Injecting(hub, fx);
        getStyleClass().add("field");
        tap.setId(id + "-tap");
        tap.managedProperty().bind(tap.visibleProperty());
        inject.setId(id + "-inject");
        hint.getStyleClass().add("field-hint");
        hint.setWrapText(true);
        var said = new Label();
        said.setId(id + "-said");
        said.getStyleClass().add("field-hint");
        said.setWrapText(true);
        said.textProperty().bind(injecting.said());
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        getChildren().addAll(Fields.row(tap, inject), hint, said);
        show(Optional.empty());
    }

    /// @param now what is chosen, and the nodes that have it
    public void show(Optional<Target> now) {
        if (!now.map(Target::name).equals(target.map(Target::name))) {
            injecting.forget();
        }
        target = now;
        boolean runs = now.filter(chosen -> !chosen.nodes().isEmpty()).isPresent();
        tap.setVisible(now.flatMap(Target::from).isPresent());
        tap.setDisable(!runs);
        inject.setDisable(!runs);
        hint.setText(runs ? "" : "No connected node runs this now. Release the flow, then look again.");
        hint.setManaged(!runs);
    }

    /// What the buttons do, for a menu: those that are shown, and as they are.
    public List<MenuItem> items() {
        return Stream.of(tap, inject)
                .filter(Button::isVisible)
                .map(TapTools::item)
                .toList();
    }

    private static MenuItem item(Button button) {
        MenuItem item = Menus.item(button.getText(), false, button::fire);
        item.disableProperty().bind(button.disableProperty());
        return item;
    }

    private void personTaps() {
        target.ifPresent(chosen -> new TapWindow(new TapViewModel(hub, fx, chosen), new Injecting(hub, fx))
                .open(getScene().getWindow()));
    }

    private void personInjects() {
        target.ifPresent(chosen -> new InjectForm(
                        chosen, chosen.nodes().getFirst(), last.getOrDefault(chosen.to(), InjectDraft.EMPTY))
                .ask(getScene().getWindow(), (node, typed) -> inject(node, chosen, typed)));
    }

    private void inject(DeviceId node, Target chosen, InjectDraft typed) {
        last.put(chosen.to(), typed);
        injecting.personInjects(node, chosen, typed);
    }
}
