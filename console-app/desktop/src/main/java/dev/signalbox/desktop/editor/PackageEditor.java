// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.protocol.release.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The packages a service brings along: add, change, remove; and what those need in their turn.
final class PackageEditor extends VBox {
    private final VBox fields = new VBox();
    private final Button add = Buttons.quiet(Icons.ADD, "Add a package", this::add);
    private final Brought brought;
    private Optional<OpenService> tab = Optional.empty();

    PackageEditor(Brought brought) {
        this.brought = brought;
        add.setId("package-add");
        add.getStyleClass().add("small");
        fields.getStyleClass().add("package-fields");
        getChildren().add(new Section("Packages", new VBox(fields, new BroughtList(brought))).with(add));
    }

    Subscription follow(OpenService service) {
        tab = Optional.of(service);
        fields.getChildren().clear();
        return Subscription.combine(
                service.packages().subscribe(this::show),
                brought.follow(service),
                service.state().subscribe(state -> lock(service)));
    }

    private void lock(OpenService service) {
        fields.setDisable(service.readOnly());
        add.setDisable(service.readOnly());
    }

    private void show(List<String> packages) {
        if (!fields.getChildren().isEmpty() && packages.equals(asked())) {
            return;
        }
        fields.getChildren().setAll(packages.stream().map(this::field).toList());
        if (packages.isEmpty()) {
            var none = new Label("No packages. A package is fetched and locked when the service is released.");
            none.setWrapText(true);
            none.getStyleClass().addAll("muted", "small-words");
            fields.getChildren().add(none);
        }
    }

    private PackageField field(String text) {
        return new PackageField(text, PackageTexts.prompt(language()), this::changed, this::remove);
    }

    private Language language() {
        return tab.map(service -> service.stored().get().language()).orElse(Language.JAVA);
    }

    private List<PackageField> all() {
        return fields.getChildren().stream()
                .filter(PackageField.class::isInstance)
                .map(PackageField.class::cast)
                .toList();
    }

    private List<String> asked() {
        return all().stream().map(PackageField::asked).toList();
    }

    /// Only a list without complaint is kept.
    private void changed() {
        var seen = new ArrayList<String>();
        boolean fine = true;
        for (PackageField field : all()) {
            String wrong = PackageTexts.complaint(language(), field.asked(), seen);
            field.complain(wrong);
            if (wrong.isEmpty()) {
                seen.add(field.asked());
            }
            fine &= wrong.isEmpty();
        }
        if (fine) {
            keep(seen);
        }
    }

    private void keep(List<String> packages) {
        tab.filter(service -> !service.packages().get().equals(packages))
                .ifPresent(service -> service.personSetPackages(packages));
    }

    private void add() {
        fields.getChildren().removeIf(Label.class::isInstance);
        PackageField fresh = field("");
        fields.getChildren().add(fresh);
        fresh.begin();
    }

    private void remove(PackageField field) {
        fields.getChildren().remove(field);
        if (all().isEmpty()) {
            keep(List.of());
            show(List.of());
        } else {
            changed();
        }
    }
}
