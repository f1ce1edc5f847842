// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.AutoSave;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.SaveState;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One version of a service in a tab: its text and properties, and whether the hub has them.
final class OpenService {
    private final AutoSave<ServiceDraft> saving;
    private final StringProperty source = new SimpleStringProperty("");
    private final ObjectProperty<List<PropertyDefinition>> properties = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<String>> packages = new SimpleObjectProperty<>(List.of());

    OpenService(ServiceDraft draft, ServiceDesk desk, OnFx fx) {
        saving = new AutoSave<>(
                draft,
                new ServiceShelf(draft.name(), draft.version(), desk.services()),
                desk.page(draft.name(), draft.version()),
                fx);
        saving.now().subscribe(now -> {
            source.set(now.source());
            properties.set(now.properties());
            packages.set(now.packages());
        });
    }

    void personTyped(String text) {
        become(text, new ServiceShelf.Needs(now().properties(), now().packages()));
    }

    void personSetProperties(List<PropertyDefinition> definitions) {
        become(now().source(), new ServiceShelf.Needs(definitions, now().packages()));
    }

    void personSetPackages(List<String> asked) {
        become(now().source(), new ServiceShelf.Needs(now().properties(), asked));
    }

    /// Takes over what another version has, as one edit.
    void personRestores(ServiceDraft other) {
        become(other.source(), new ServiceShelf.Needs(other.properties(), other.packages()));
    }

    private void become(String text, ServiceShelf.Needs needs) {
        saving.become(ServiceShelf.with(now(), text, needs));
    }

    /// All of it as it is now. What is shown of it may be behind while it changes, part by part.
    private ServiceDraft now() {
        return saving.now().get();
    }

    String name() {
        return stored().get().name();
    }

    ServiceVersion version() {
        return stored().get().version();
    }

    boolean readOnly() {
        return state().get() == SaveState.RELEASED;
    }

    boolean dirty() {
        return state().get().dirty();
    }

    ReadOnlyStringProperty source() {
        return source;
    }

    ReadOnlyObjectProperty<List<PropertyDefinition>> properties() {
        return properties;
    }

    /// What it needs beside its language's own.
    ReadOnlyObjectProperty<List<String>> packages() {
        return packages;
    }

    /// As the hub last had it.
    ReadOnlyObjectProperty<ServiceDraft> stored() {
        return saving.stored();
    }

    ReadOnlyObjectProperty<SaveState> state() {
        return saving.state();
    }

    /// Whether the hub has it, and what to do when someone else changed it.
    AutoSave<ServiceDraft> saving() {
        return saving;
    }
}
