// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

/// All of provisioning over one store: for devices, and for operators.
public record Admissions(Provisioning devices, Tokens tokens, Operations operations, Gate gate) {
    /// Where devices are let in.
    ///
    /// @param workspace its name
    /// @param hostNames the names the hub answers to
    public record Place(String workspace, Set<String> hostNames) {}

    /// Who hears what came of it.
    ///
    /// @param operations ids of operations that changed
    /// @param changed a device that came or changed
    /// @param shutOut a device that may not stay connected
    public record Hearers(
            Consumer<Collection<String>> operations,
            Consumer<DeviceId> changed,
            Consumer<DeviceId> shutOut,
            Notices notices) {}

    public static Admissions of(RegistryStore store, Clock clock, Place place, Hearers hearers) {
        var changes = new Changes(store, clock, hearers);
        return new Admissions(
                new Provisioning(changes, place.workspace(), place.hostNames()),
                new Tokens(changes),
                new Operations(changes, place.workspace()),
                new Gate(changes));
    }
}
