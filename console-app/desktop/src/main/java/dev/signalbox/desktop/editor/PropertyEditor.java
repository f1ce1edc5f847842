// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.operator.service.PropertyDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The properties flows can give the service: add, change, remove.
final class PropertyEditor extends VBox {
    private final VBox cards = new VBox();
    private final Button add = Buttons.quiet(Icons.ADD, "Add a property", this::add);
    private Optional<OpenService> tab = Optional.empty();

    PropertyEditor() {
        add.setId("property-add");
        add.getStyleClass().add("small");
        cards.getStyleClass().add("property-cards");
        getChildren().add(new Section("Properties", cards).with(add));
    }

    Subscription follow(OpenService service) {
        tab = Optional.of(service);
        return Subscription.combine(
                service.properties().subscribe(this::show), service.state().subscribe(state -> lock(service)));
    }

    private void lock(OpenService service) {
        cards.setDisable(service.readOnly());
        add.setDisable(service.readOnly());
    }

    private void show(List<PropertyDefinition> definitions) {
        if (!cards.getChildren().isEmpty() && definitions.equals(shown())) {
            return;
        }
        cards.getChildren()
                .setAll(definitions.stream()
                        .map(one -> new PropertyCard(one, this::changed, this::remove))
                        .toList());
        if (definitions.isEmpty()) {
            var none = new Label("None yet. A property lets each step of a flow give its own value.");
            none.setWrapText(true);
            none.getStyleClass().addAll("muted", "small-words");
            cards.getChildren().add(none);
        }
    }

    private List<PropertyDefinition> shown() {
        return all().stream().map(PropertyCard::definition).toList();
    }

    private List<PropertyCard> all() {
        return cards.getChildren().stream()
                .filter(PropertyCard.class::isInstance)
                .map(PropertyCard.class::cast)
                .toList();
    }

    /// Only a list without complaint is kept.
    private void changed() {
        var seen = new ArrayList<String>();
        boolean fine = true;
        for (PropertyCard card : all()) {
            fine &= card.complain(seen);
            seen.add(card.definition().id());
        }
        if (fine) {
            tab.ifPresent(service -> service.personSetProperties(shown()));
        }
    }

    private void add() {
        List<PropertyDefinition> now = new ArrayList<>(shown());
        now.add(PropertyIds.fresh(now));
        tab.ifPresent(service -> service.personSetProperties(now));
        all().getLast().takesKeys();
    }

    private void remove(PropertyCard card) {
        List<PropertyDefinition> left = all().stream()
                .filter(other -> other != card)
                .map(PropertyCard::definition)
                .toList();
        tab.ifPresent(service -> service.personSetProperties(left));
    }
}
