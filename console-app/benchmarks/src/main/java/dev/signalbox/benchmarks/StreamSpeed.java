// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.log.LogFrame;
import dev.signalbox.hub.store.log.MessageLog;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.hub.store.sqlite.SqliteStreamIndex;
import dev.signalbox.hub.stream.SortedLog;
import dev.signalbox.hub.stream.Streams;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.stream.StreamName;
import dev.signalbox.testing.process.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;

/// How many messages a second are sorted into streams, with nothing else to do: those that say nothing of their place,
/// and those that name one of a hundred streams. Beside it stands, from the same run, going through the same log
/// without sorting it.
public final class StreamSpeed {
    private static final int MESSAGES = Integer.getInteger("signalbox.messages", 1_000_000);
    private static final int BYTES = 200;
    private static final int STREAMS = 100;
    private static final int DEVICES = 1_000;
    private static final int ON_THE_WAY = 50_000;

    private final Random random = new Random(Long.getLong("signalbox.seed", 42L));
    private final Path folder;

    private StreamSpeed(Path folder) {
        this.folder = folder;
    }

    /// @param args not looked at
    public static void main(String[] args) throws Exception {
        System.out.printf("%,d messages of %d bytes%n", MESSAGES, BYTES);
        Path folder = Scratch.folder("streams");
        // the first makes the program warm
        for (int round = 0; round < 3; round++) {
            new StreamSpeed(Files.createDirectory(folder.resolve("default-" + round))).run("default stream", 0);
            new StreamSpeed(Files.createDirectory(folder.resolve("named-" + round))).run(STREAMS + " streams", STREAMS);
        }
    }

    private void run(String what, int streams) throws Exception {
        try (var registry = SqliteRegistry.open(folder.resolve("registry.db"));
                var log = MessageLog.open(folder, Clock.systemUTC())) {
            make(registry, streams);
            fill(log, streams);
            double floor = through(log);
            double sorted = sort(new SortedLog.Sources(folder, log, registry, Clock.systemUTC(), System.out::println));
            System.out.printf(
                    "%-16s sorted %,9.0f /s   only read %,9.0f /s   %.2f x%n", what, sorted, floor, sorted / floor);
        }
    }

    private void make(SqliteRegistry registry, int streams) {
        try (var index = SqliteStreamIndex.open(folder.resolve("streams.db"))) {
            var made = new Streams(registry, index, Clock.systemUTC());
            for (int i = 0; i < streams; i++) {
                made.make(new NewStream(new StreamName("plant", "s" + i), StreamRules.USUAL));
            }
        }
    }

    private void fill(MessageLog log, int streams) throws InterruptedException {
        var free = new Semaphore(ON_THE_WAY);
        for (int i = 0; i < MESSAGES; i++) {
            byte[] payload = new byte[BYTES];
            random.nextBytes(payload);
            Map<String, String> properties = streams == 0
                    ? Map.of()
                    : Map.of("stream-group-name", "plant", "stream-name", "s" + random.nextInt(streams));
            free.acquire();
            var device = new DeviceId("device-" + random.nextInt(DEVICES));
            log.append(new StoredMessage(device, Instant.now(), properties, payload), new OnItsWay(free));
        }
        free.acquire(ON_THE_WAY);
    }

    private record OnItsWay(Semaphore free) implements MessageStore.Receipt {
        @Override
        public boolean inOrder() {
            return true;
        }

        @Override
        public void stored(boolean fresh) {
            free.release();
        }

        @Override
        public void failed(RuntimeException why) {
            throw why;
        }
    }

    private static double through(MessageLog log) {
        long begin = System.nanoTime();
        int many = 0;
        try (var follower = log.follow()) {
            Optional<LogFrame> frame = follower.next(LogPlace.START);
            while (frame.isPresent()) {
                var messages = frame.get().messages().orElseThrow();
                while (messages.next()) {
                    many++;
                }
                frame = follower.next(frame.get().end());
            }
        }
        return many * 1e9 / (System.nanoTime() - begin);
    }

    /// From its start on, until every message has its key.
    private static double sort(SortedLog.Sources from) {
        long begin = System.nanoTime();
        try (var sorted = SortedLog.open(from).begin()) {
            Await.until(
                    "all is sorted",
                    Duration.ofMinutes(10),
                    () -> sorted.streams().list().stream()
                                    .mapToLong(StreamView::nextKey)
                                    .sum()
                            == MESSAGES);
            return MESSAGES * 1e9 / (System.nanoTime() - begin);
        }
    }
}
