// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.storage.AgeClock;
import dev.signalbox.device.storage.Disk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// An outbox as the tests speak of it: texts in, texts out, and a clock wound by hand.
final class Shelf {
    static final int HIGH = 0;
    static final int NORMAL = 1;
    static final int LOW = 2;

    /// Milliseconds of the clock that only grows, and of the calendar.
    final AtomicLong monotonic = new AtomicLong(1000);

    final AtomicLong wall = new AtomicLong(1_800_000_000_000L);
    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    Outbox open() {
        return open(OutboxLimits.USUAL);
    }

    Outbox open(OutboxLimits limits) {
        return Outbox.open(folder, settings(limits, Disk.MACHINE));
    }

    Outbox.Settings settings(OutboxLimits limits, Disk disk) {
        return new Outbox.Settings(limits, new AgeClock(monotonic::get, wall::get), disk, 64 << 10);
    }

    void pass(Duration time) {
        monotonic.addAndGet(time.toMillis());
        wall.addAndGet(time.toMillis());
    }

    static NewMessage message(String text) {
        return NewMessage.of(bytes("key=value"), bytes(text));
    }

    static NewMessage message(int lane, String text) {
        return new NewMessage(lane, bytes(""), bytes(text), "", 0, Optional.empty(), false);
    }

    static NewMessage givingWay(byte[] payload) {
        return new NewMessage(NORMAL, bytes(""), payload, "", 0, Optional.empty(), true);
    }

    static NewMessage living(Duration life, String text) {
        return new NewMessage(NORMAL, bytes(""), bytes(text), "", 0, Optional.of(life), false);
    }

    /// All that waits in a lane, in order.
    static List<Queued> waiting(Outbox outbox, int lane) {
        var all = new ArrayList<Queued>();
        long place = 0;
        while (true) {
            Batch batch = outbox.after(lane, place, 10);
            if (batch.messages().isEmpty()) {
                return all;
            }
            all.addAll(batch.messages());
            place = batch.upTo();
        }
    }

    static List<String> texts(Outbox outbox, int lane) {
        return waiting(outbox, lane).stream().map(Shelf::text).toList();
    }

    static String text(Queued message) {
        return new String(message.entry().payload(), StandardCharsets.UTF_8);
    }

    /// The hub has it, and that is recorded.
    static void forward(Outbox outbox, Queued message) {
        var recorded = new CompletableFuture<Void>();
        outbox.taken(message, () -> recorded.complete(null));
        done(recorded);
    }

    static <T> T done(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
