// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.workbench.device.Devices;
import java.time.Clock;

/// What one says to a device or a module, and hears from it: its twin, its methods.
record Talk(TwinViewModel twin, MethodViewModel method) {
    Talk(Devices devices, OnFx fx) {
        this(new TwinViewModel(devices, fx), new MethodViewModel(devices, fx, Clock.systemUTC()));
    }

    void show(ClientId who) {
        twin.show(who);
        method.show(who);
    }

    /// Nobody is talked with any more.
    void leave() {
        twin.leave();
    }
}
