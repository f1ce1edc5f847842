// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow.tap;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import java.util.List;
import java.util.Optional;

/// A wire, or a step alone, and the connected nodes that have it.
///
/// @param from where the wire begins; empty for a step alone
/// @param to the step that gets the messages
public record Target(Optional<StepAddress> from, StepAddress to, List<DeviceId> nodes) {
    public Target {
        nodes = List.copyOf(nodes);
    }

    /// In words.
    String name() {
        return from.map(begin -> begin.step() + " → ").orElse("") + to.step();
    }
}
