// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.device.ModuleIdentity;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.device.Devices;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The modules of the chosen device.
final class ModulesViewModel {
    private final Devices devices;
    private final Talk talk;
    private final Asking asking;
    private final ObjectProperty<Optional<List<ModuleIdentity>>> modules = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ModuleIdentity>> opened = new SimpleObjectProperty<>(Optional.empty());
    private Optional<DeviceId> chosen = Optional.empty();

    /// @param talk with the module that is looked at
    ModulesViewModel(Devices devices, Talk talk, OnFx fx) {
        this.devices = devices;
        this.talk = talk;
        asking = new Asking(fx);
    }

    void show(DeviceId id) {
        chosen = Optional.of(id);
        modules.set(Optional.empty());
        personGoesBack();
        look();
    }

    void look() {
        chosen.ifPresent(id -> asking.ask(() -> devices.modules(id), found -> {
            if (chosen.filter(id::equals).isPresent()) {
                modules.set(Optional.of(found));
            }
        }));
    }

    /// Looks at one of them: its twin, its methods.
    void personOpens(ModuleIdentity module) {
        chosen.ifPresent(id -> {
            opened.set(Optional.of(module));
            talk.show(at(id, module));
        });
    }

    /// Looks at all of them again. What was typed and not saved is kept.
    void personGoesBack() {
        opened.set(Optional.empty());
        talk.leave();
    }

    /// Reads anew what may have changed at the one that is looked at.
    void lookAtOpened() {
        opened.get().ifPresent(module -> talk.twin().look());
    }

    void personAdds(NewDevice form) {
        chosen.ifPresent(id -> asking.ask(() -> devices.addModule(id, form.module()), made -> look()));
    }

    /// Hands out the connection string with the primary key.
    void personCopies(ModuleIdentity module, Consumer<String> copy) {
        chosen.ifPresent(id ->
                asking.ask(() -> devices.keys(at(id, module)), keys -> copy.accept(keys.primaryConnectionString())));
    }

    void personDeletes(ModuleIdentity module) {
        chosen.ifPresent(id -> asking.ask(
                () -> {
                    devices.deleteModule(at(id, module));
                    return module;
                },
                gone -> look()));
    }

    boolean knows(String id) {
        return modules.get().stream()
                .flatMap(List::stream)
                .anyMatch(module -> module.id().equals(id));
    }

    private static ClientId at(DeviceId id, ModuleIdentity module) {
        return new ClientId(id, Optional.of(module.id()));
    }

    /// By id; empty until they are read.
    ReadOnlyObjectProperty<Optional<List<ModuleIdentity>>> modules() {
        return modules;
    }

    /// The one that is looked at; empty while it is all of them.
    ReadOnlyObjectProperty<Optional<ModuleIdentity>> opened() {
        return opened;
    }

    Talk talk() {
        return talk;
    }

    Asking asking() {
        return asking;
    }
}
