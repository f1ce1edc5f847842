// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.device.Devices;
import java.time.Clock;

/// All that is known of the device that is looked at, one part a tab.
record DeviceModels(
        IdentityViewModel identity,
        Talk talk,
        MessagesViewModel messages,
        AccountViewModel account,
        ModulesViewModel modules) {
    DeviceModels(Devices devices, OnFx fx) {
        this(
                new IdentityViewModel(devices, fx),
                new Talk(devices, fx),
                new MessagesViewModel(devices, fx, Clock.systemUTC()),
                new AccountViewModel(devices, fx, Clock.systemUTC()),
                new ModulesViewModel(devices, new Talk(devices, fx), fx));
    }

    void show(DeviceId id) {
        identity.show(id);
        talk.show(ClientId.of(id));
        messages.show(id);
        account.show(id);
        modules.show(id);
    }
}
