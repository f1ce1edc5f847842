// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.topic.FromHub;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// One kind of traffic over the link. All methods are called on the link's thread, so a lane needs no locks but for
/// what other threads hand to it.
public interface Lane {
    /// What `arrived` answers when there is nothing to wait for. A message from the cloud to which all lanes
    /// answer this is nobody's, and stays with the hub.
    CompletableFuture<?> SAFE = CompletableFuture.completedFuture("safe");

    /// The topics it wants to hear from; asked before each connection.
    default List<String> topics() {
        return List.of();
    }

    /// A new connection is up and subscribed.
    default void signedIn() {}

    /// Sends what it has and may; called after each event, and every few seconds.
    void pump(Uplink uplink);

    /// Something came from the hub; of interest or not. Ends when it is safe here: what the hub wants acknowledged is
    /// so when all lanes are done with it. One that fails comes again with the next connection.
    default CompletableFuture<?> arrived(FromHub message, byte[] payload) {
        return SAFE;
    }

    /// Whether somebody at the hub's end waits for what this lane will say soon. What would occupy the line for long
    /// waits a while for it.
    default boolean owesAnswer() {
        return false;
    }

    /// The connection is gone, and with it all that was not acknowledged.
    default void lost() {}
}
