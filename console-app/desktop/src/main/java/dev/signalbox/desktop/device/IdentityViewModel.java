// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.device.DeviceIdentity;
import dev.signalbox.operator.device.IdentityChange;
import dev.signalbox.operator.device.IdentityKeys;
import dev.signalbox.operator.device.KeyRenewal;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.device.Devices;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Who the chosen device is: how it proves itself, its keys, whether it may sign in.
final class IdentityViewModel {
    private final Devices devices;
    private final Asking asking;
    private final ObjectProperty<Optional<DeviceIdentity>> identity = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<IdentityKeys>> keys = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty said = new SimpleStringProperty("");
    private Optional<DeviceId> chosen = Optional.empty();

    IdentityViewModel(Devices devices, OnFx fx) {
        this.devices = devices;
        asking = new Asking(fx);
    }

    /// Looks at another device. Its keys are hidden until the person wants to see them.
    void show(DeviceId id) {
        chosen = Optional.of(id);
        identity.set(Optional.empty());
        keys.set(Optional.empty());
        said.set("");
        look();
    }

    /// Reads anew who it is.
    void look() {
        chosen.ifPresent(id -> ask(id, () -> devices.identity(id), found -> identity.set(Optional.of(found))));
    }

    void personWantsKeys() {
        chosen.ifPresent(id -> ask(id, () -> devices.keys(ClientId.of(id)), found -> keys.set(Optional.of(found))));
    }

    void personHidesKeys() {
        keys.set(Optional.empty());
    }

    /// Hands out the connection string with the primary or the secondary key.
    void personCopies(boolean primary, Consumer<String> copy) {
        chosen.ifPresent(id -> ask(id, () -> devices.keys(ClientId.of(id)), found -> {
            copy.accept(primary ? found.primaryConnectionString() : found.secondaryConnectionString());
            said.set("Copied the connection string with the " + (primary ? "primary" : "secondary") + " key.");
        }));
    }

    void personRenews(KeyRenewal which) {
        chosen.ifPresent(id -> ask(id, () -> devices.renew(ClientId.of(id), which), found -> {
            keys.set(Optional.of(found));
            said.set("The key is renewed. Give the device its new connection string.");
            look();
        }));
    }

    /// Lets the device in, or shuts it out.
    void personEnables(boolean enabled) {
        identity.get().ifPresent(has -> {
            var change = new IdentityChange(enabled, "", has.proof());
            ask(has.id(), () -> devices.change(has.id(), change, has.etag()), changed -> {
                identity.set(Optional.of(changed));
                said.set(enabled ? "It may sign in again." : "It is shut out, and disconnected if it was connected.");
            });
        });
    }

    void personDeletes() {
        chosen.ifPresent(id -> asking.ask(
                () -> {
                    devices.delete(id);
                    return id;
                },
                gone -> {}));
    }

    /// An answer about a device that is no longer looked at is dropped.
    private <T> void ask(DeviceId id, java.util.concurrent.Callable<T> question, Consumer<T> show) {
        BiConsumer<DeviceId, T> ifStill = (of, answer) -> {
            if (chosen.filter(of::equals).isPresent()) {
                show.accept(answer);
            }
        };
        asking.ask(question, answer -> ifStill.accept(id, answer));
    }

    ReadOnlyObjectProperty<Optional<DeviceIdentity>> identity() {
        return identity;
    }

    ReadOnlyObjectProperty<Optional<IdentityKeys>> keys() {
        return keys;
    }

    /// What the last thing the person did came to; empty when there is nothing to say.
    StringProperty said() {
        return said;
    }

    Asking asking() {
        return asking;
    }
}
