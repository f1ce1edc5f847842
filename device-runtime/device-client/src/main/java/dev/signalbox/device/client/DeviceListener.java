// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.protocol.report.Problem;
import tools.jackson.databind.node.ObjectNode;

/// What a device client tells. Called one after the other on one thread that belongs to the client; it may take its
/// time
/// without disturbing the link.
public interface DeviceListener {
    /// The hub has let the device in; the twin follows.
    void signedIn();

    /// The whole desired document without its metadata, after each sign-in and at each change.
    void twin(ObjectNode desired, long version);

    /// There is no connection, or no longer; the client goes on trying.
    void disconnected(Problem why);
}
