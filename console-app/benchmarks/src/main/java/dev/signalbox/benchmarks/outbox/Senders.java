// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.outbox;

import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.outbox.NewMessage;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.outbox.Ticket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Threads that put messages into an outbox of their own as fast as it answers.
final class Senders {
    private static final int BYTES = 200;
    private static final byte[] BAG = "unit=bar".getBytes(StandardCharsets.UTF_8);
    private static final OutboxLimits PLENTY = new OutboxLimits(8L << 30, Optional.empty());

    private Senders() {}

    /// @param perCommit messages that shared one synced commit
    record Round(double perSecond, double perCommit) {}

    /// @param outstanding how many messages each thread has on their way; 1 to wait for each
    static Round run(Path folder, int threads, int outstanding, long nanos) throws Exception {
        try (var outbox = Outbox.open(folder, PLENTY);
                var pool = Executors.newFixedThreadPool(threads)) {
            outbox.put(message(new Random(0)));
            long commits = outbox.commits();
            long begin = System.nanoTime();
            long sent = sum(pool, threads, number -> send(outbox, number, outstanding, begin + nanos));
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Round(sent / seconds, (double) sent / (outbox.commits() - commits));
        }
    }

    private interface Sender {
        long of(int number);
    }

    private static long sum(ExecutorService pool, int threads, Sender sender) throws Exception {
        List<Future<Long>> running = new ArrayList<>();
        for (int number = 0; number < threads; number++) {
            int own = number;
            running.add(pool.submit(() -> sender.of(own)));
        }
        long sum = 0;
        for (Future<Long> one : running) {
            sum += one.get();
        }
        return sum;
    }

    private static long send(Outbox outbox, int number, int outstanding, long end) {
        var random = new Random(number);
        var unanswered = new ArrayDeque<CompletableFuture<Ticket>>();
        long sent = 0;
        while (System.nanoTime() < end) {
            if (outstanding == 1) {
                outbox.put(message(random));
            } else {
                unanswered.add(outbox.add(message(random)));
                if (unanswered.size() == outstanding) {
                    unanswered.remove().join();
                }
            }
            sent++;
        }
        unanswered.forEach(CompletableFuture::join);
        return sent;
    }

    /// Until its messages have so many bytes.
    static void fill(Path folder, OutboxLimits limits, long bytes) {
        var random = new Random(1);
        try (var outbox = Outbox.open(folder, limits)) {
            var unanswered = new ArrayDeque<CompletableFuture<Ticket>>();
            for (long filled = 0; filled < bytes; filled += BYTES + BAG.length) {
                unanswered.add(outbox.add(message(random)));
                if (unanswered.size() == 10_000) {
                    unanswered.remove().join();
                }
            }
            unanswered.forEach(CompletableFuture::join);
        }
    }

    private static NewMessage message(Random random) {
        byte[] payload = new byte[BYTES];
        random.nextBytes(payload);
        return NewMessage.of(BAG, payload);
    }
}
