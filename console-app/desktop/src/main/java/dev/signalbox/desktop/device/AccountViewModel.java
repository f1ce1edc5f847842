// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.device.Devices;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What became of the messages of the device that is looked at, as it last told the hub.
final class AccountViewModel {
    private final Devices devices;
    private final Clock clock;
    private final Asking asking;
    private final ObjectProperty<Optional<AccountSheet>> sheet = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty none = new SimpleBooleanProperty();
    private Optional<DeviceId> chosen = Optional.empty();

    AccountViewModel(Devices devices, OnFx fx, Clock clock) {
        this.devices = devices;
        this.clock = clock;
        asking = new Asking(fx);
    }

    void show(DeviceId id) {
        chosen = Optional.of(id);
        sheet.set(Optional.empty());
        none.set(false);
        look();
    }

    /// Asks the hub anew.
    void look() {
        chosen.ifPresent(id -> asking.ask(() -> devices.account(id), found -> {
            if (chosen.filter(id::equals).isPresent()) {
                show(found);
            }
        }));
    }

    private void show(Optional<AccountView> found) {
        sheet.set(found.map(view -> AccountSheet.of(view, clock.instant())));
        none.set(found.isEmpty());
    }

    /// Empty until the hub has answered, and where the device told none.
    ReadOnlyObjectProperty<Optional<AccountSheet>> sheet() {
        return sheet;
    }

    /// Whether it is known that the device told none.
    ReadOnlyBooleanProperty none() {
        return none;
    }

    Asking asking() {
        return asking;
    }
}
