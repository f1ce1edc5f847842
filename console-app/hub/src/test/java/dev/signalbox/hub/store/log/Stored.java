// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// What became of a message, as a future.
record Stored(boolean inOrder, CompletableFuture<Boolean> future) implements MessageStore.Receipt {
    /// Ends with no zero, which could be taken from what a block is filled up with.
    private static final byte[] PAYLOAD = "ten bytes.".getBytes(StandardCharsets.US_ASCII);

    Stored(boolean inOrder) {
        this(inOrder, new CompletableFuture<>());
    }

    @Override
    public void stored(boolean fresh) {
        future.complete(fresh);
    }

    @Override
    public void failed(RuntimeException why) {
        future.completeExceptionally(why);
    }

    /// A message of an outbox.
    static StoredMessage numbered(DeviceId device, Instant at, long number) {
        var position = Map.of("signalbox-epoch", "e", "signalbox-seq", Long.toString(number));
        return new StoredMessage(device, at, position, PAYLOAD);
    }
}
