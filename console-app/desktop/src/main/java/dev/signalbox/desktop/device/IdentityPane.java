// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.operator.device.DeviceIdentity;
import dev.signalbox.operator.device.KeyRenewal;
import dev.signalbox.operator.device.Proof;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who the device is: how it proves itself, its keys, whether it may sign in.
final class IdentityPane extends VBox {
    private final IdentityViewModel model;
    private final GridPane facts = new GridPane();
    private final Section keys;
    private final TextField primary = key("primary-key", "Primary key");
    private final TextField secondary = key("secondary-key", "Secondary key");
    private final Button reveal = Buttons.plain(Icons.SECRET, "Show keys", this::reveal);
    private final Button enable = Buttons.plain("", this::enable);
    private final Label enableWords = Fields.quiet("");

    IdentityPane(IdentityViewModel model) {
        this.model = model;
        facts.getStyleClass().add("device-facts");
        reveal.setId("show-keys");
        reveal.getStyleClass().add("small");
        enable.setId("enable-device");
        keys = new Section("Keys", keyRow("Primary", primary, true), keyRow("Secondary", secondary, false))
                .with(reveal);
        var delete = Buttons.plain(Icons.DELETE, "Delete…", this::delete);
        delete.setId("delete-device");
        var content = new VBox(
                new Section("Authentication", facts),
                keys,
                new Section("Access", enableWords, Fields.row(enable)),
                new Section(
                        "Delete this device",
                        Fields.quiet("The hub forgets the device with its keys, twin, modules and waiting messages."),
                        Fields.row(delete)));
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(Banners.of(model.asking().problem()), scroll);
        model.identity().subscribe(this::show);
        model.keys().subscribe(found -> {
            primary.setText(found.map(all -> all.primaryKey()).orElse("••••••••••••"));
            secondary.setText(found.map(all -> all.secondaryKey()).orElse("••••••••••••"));
            reveal.setText(found.isPresent() ? "Hide keys" : "Show keys");
        });
    }

    private static TextField key(String id, String name) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setEditable(false);
        field.getStyleClass().add("mono");
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private Node keyRow(String name, TextField field, boolean isPrimary) {
        var label = new Label(name);
        label.getStyleClass().addAll("field-name", "key-name");
        var copy = Buttons.copying("Connection string", clip -> model.personCopies(isPrimary, clip));
        copy.setId(isPrimary ? "copy-primary-string" : "copy-secondary-string");
        var renew = Buttons.plain(Icons.REFRESH, "Renew…", () -> renew(name, isPrimary));
        renew.setId(isPrimary ? "renew-primary" : "renew-secondary");
        return Fields.row(label, field, copy, renew);
    }

    private void show(Optional<DeviceIdentity> identity) {
        facts.getChildren().clear();
        identity.ifPresent(this::show);
    }

    private void show(DeviceIdentity identity) {
        Proof proof = identity.proof();
        fact("Signs in with", Proofs.name(proof.kind()));
        if (proof.kind() == Proof.Kind.SELF_SIGNED) {
            fact("Primary thumbprint", proof.primaryThumbprint());
            fact("Secondary thumbprint", proof.secondaryThumbprint().isEmpty() ? "none" : proof.secondaryThumbprint());
        }
        fact("Generation", identity.generation());
        boolean sas = proof.kind() == Proof.Kind.SAS;
        keys.setVisible(sas);
        keys.setManaged(sas);
        enable.setText(identity.enabled() ? "Disable…" : "Enable");
        enableWords.setText(
                identity.enabled()
                        ? "It may sign in. Disable it to shut it out without losing anything."
                        : "It is disabled: it cannot sign in. Its twin, keys and messages are kept.");
    }

    private void fact(String name, String value) {
        var label = new Label(name);
        label.getStyleClass().add("muted");
        var field = new Label(value);
        field.getStyleClass().add(name.endsWith("thumbprint") ? "mono" : "plain");
        facts.addRow(facts.getRowCount(), label, field);
    }

    private void reveal() {
        if (model.keys().get().isPresent()) {
            model.personHidesKeys();
        } else {
            model.personWantsKeys();
        }
    }

    private void renew(String name, boolean isPrimary) {
        String words = "Who signs in with the old key is refused from then on. "
                + "Move the device to its other key first, so that it is never without one.";
        String title = "Renew the " + name.toLowerCase(java.util.Locale.ROOT) + " key?";
        if (Ask.confirm(getScene().getWindow(), title, words, "Renew")) {
            model.personRenews(new KeyRenewal(isPrimary, !isPrimary));
        }
    }

    private void enable() {
        boolean enabled = model.identity().get().stream().allMatch(DeviceIdentity::enabled);
        String words = "It is disconnected at once and cannot sign in until it is enabled again. Nothing is lost.";
        if (!enabled || Ask.confirm(getScene().getWindow(), "Disable " + id() + "?", words, "Disable")) {
            model.personEnables(!enabled);
        }
    }

    private void delete() {
        String words =
                "Its keys, twin, modules and the messages that wait for it are lost, and it can sign in no more. "
                        + "A device of the same name begins anew.";
        if (Ask.confirm(getScene().getWindow(), "Delete " + id() + "?", words, "Delete")) {
            model.personDeletes();
        }
    }

    private String id() {
        return model.identity().get().map(identity -> identity.id().value()).orElse("the device");
    }
}
