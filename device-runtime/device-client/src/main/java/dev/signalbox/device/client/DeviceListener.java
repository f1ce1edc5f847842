// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.protocol.report.Problem;
import tools.jackson.databind.node.ObjectNode;

/// What a program hears from its device client, always on one thread of its own and in order. It may take its time:
/// the connection does not wait for it.
public interface DeviceListener {
    /// The device is connected. Again after each reconnection, and when the sign-in was renewed.
    void signedIn();

    /// The whole desired properties, after each sign-in and each change, without the hub's own `$version` and
    /// `$metadata`.
    void twin(ObjectNode desired, long version);

    /// The connection was lost, or could not be made; told again only when the reason is another one. The client
    /// goes on trying by itself.
    void disconnected(Problem why);
}
