// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/// What arrived and is not acknowledged yet. Acknowledgements leave in the order of arrival, as MQTT wants it, whatever
/// the order in which messages become safe. Used by the link's thread alone.
final class Receipts {
    private record Receipt(int packet, CompletableFuture<?> safe) {}

    private final ArrayDeque<Receipt> open = new ArrayDeque<>();
    private final IntConsumer acknowledge;

    /// @param acknowledge tells the hub that the packet of this number is safe
    Receipts(IntConsumer acknowledge) {
        this.acknowledge = acknowledge;
    }

    void add(int packet, CompletableFuture<?> safe) {
        open.add(new Receipt(packet, safe));
    }

    /// Acknowledges what may be. One that failed holds back nobody, and comes again with the next connection.
    void settle() {
        while (!open.isEmpty() && open.element().safe().isDone()) {
            Receipt first = open.remove();
            if (!first.safe().isCompletedExceptionally()) {
                acknowledge.accept(first.packet());
            }
        }
    }

    boolean isEmpty() {
        return open.isEmpty();
    }
}
