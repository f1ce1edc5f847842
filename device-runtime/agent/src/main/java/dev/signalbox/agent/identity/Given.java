// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.identity;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.ProvisioningToken;
import java.util.Optional;

/// What a node is told at its start: who it is, or where to ask to be let in.
public sealed interface Given {
    /// The node's name, where it is known beforehand.
    Optional<DeviceId> name();

    /// With a key: it is let in already.
    record Known(Identity identity) implements Given {
        @Override
        public Optional<DeviceId> name() {
            return Optional.of(identity.id());
        }
    }

    record Asking(ProvisioningToken token) implements Given {
        @Override
        public Optional<DeviceId> name() {
            return token.deviceId();
        }
    }
}
