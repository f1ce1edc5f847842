// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.topic.FromHub;

/// One kind of traffic over the link. All methods are called on the link's thread, so a lane needs no locks but for
/// what other threads hand to it.
public interface Lane {
    /// A new connection is up and subscribed.
    default void signedIn() {}

    /// Sends what it has and may; called after each event, and every few seconds.
    void pump(Uplink uplink);

    /// Something came from the hub; of interest or not.
    default void arrived(FromHub message, byte[] payload) {}

    /// The connection is gone, and with it all that was not acknowledged.
    default void lost() {}
}
