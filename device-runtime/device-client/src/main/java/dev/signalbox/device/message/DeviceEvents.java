// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.message;

import dev.signalbox.protocol.report.Problem;

/// What becomes of a device's connection, told on one thread of its own and in order.
public interface DeviceEvents {
    /// The device is connected. Again after each reconnection, and when the sign-in was renewed.
    default void connected() {}

    /// The connection was lost, or could not be made; told again only when the reason is another one. The client goes
    /// on trying by itself.
    default void disconnected(Problem why) {}
}
