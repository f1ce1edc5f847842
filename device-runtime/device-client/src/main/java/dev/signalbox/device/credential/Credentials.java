// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import java.time.Duration;

/// What lets a device in. Safe for use by many threads.
public interface Credentials extends AutoCloseable {
    /// Who the device is and where its hub; known from before the first connection on. The id stays, the hub may move.
    Access access();

    /// A password for the next sign-in, good for a while yet. May ask the hub for it, and then blocks for some
    /// seconds; throws ProblemException when there is none to be had now.
    Pass pass();

    /// The hub refused what `pass` gave: the next one is another, if there is another to be had.
    void refused();

    @Override
    void close();

    /// @param id the device's id at its hub, with the workspace where the hub wants that
    record Access(DeviceId id, HubAddress hub) {}

    /// @param signature a SAS: the password of MQTT, and the `Authorization` of the device's HTTPS calls
    /// @param life for how long the hub takes it, from when it was given: no clock that may be set
    record Pass(String signature, Duration life) {
        /// Without the secret.
        @Override
        public String toString() {
            return "pass for " + life;
        }
    }
}
