// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.util.concurrent.CompletableFuture;

/// A message whose sender waits for its commit.
///
/// @param properties property bag as UTF-8
record NewMessage(byte[] properties, byte[] payload, CompletableFuture<Void> committed) {
    long bytes() {
        return (long) properties.length + payload.length;
    }
}
