// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.util.concurrent.CompletableFuture;

/// Takes what the hub publishes to the device.
interface Arrivals {
    /// Ends when the hub may forget the message; one that fails is not acknowledged.
    CompletableFuture<?> arrived(String topic, byte[] payload);
}
