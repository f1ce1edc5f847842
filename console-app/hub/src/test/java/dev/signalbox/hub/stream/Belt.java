// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.WoundClock;
import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.log.MessageLog;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.hub.store.sqlite.SqliteStreamIndex;
import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.StreamName;
import dev.signalbox.testing.process.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// What of a hub takes messages in and sorts them, in a folder.
final class Belt implements AutoCloseable {
    static final String PUMP = "pump-1";

    final WoundClock clock;
    final List<Problem> problems = new CopyOnWriteArrayList<>();
    final MessageLog log;
    final SortedLog sorted;
    final SortedLog.Sources sources;
    private volatile Duration wrong = Duration.ZERO;
    private final SqliteRegistry registry;
    private final Path folder;

    Belt(Path folder) {
        this(folder, Instant.parse("2026-03-01T12:00:00Z"));
    }

    /// @param begin what the clock says
    Belt(Path folder, Instant begin) {
        this.clock = new WoundClock(begin);
        this.folder = folder;
        this.registry = SqliteRegistry.open(folder.resolve("registry.db"));
        this.log = MessageLog.open(folder, clock);
        this.sources = new SortedLog.Sources(folder, log, registry, clock, problems::add);
        this.sorted = SortedLog.open(sources, this::nanos).begin();
    }

    /// How long it has run, as far as its clock was not put wrong.
    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis()) - wrong.toNanos();
    }

    /// Puts the clock wrong, by so much.
    void leap(Duration ahead) {
        wrong = wrong.plus(ahead);
        clock.add(ahead);
    }

    long make(String group, String name, StreamRules rules) {
        return sorted.streams()
                .make(new NewStream(new StreamName(group, name), rules))
                .number();
    }

    void send(String device, Map<String, String> properties, String payload) {
        send(device, properties, payload.getBytes(StandardCharsets.UTF_8));
    }

    /// Returns once it is in the log.
    void send(String device, Map<String, String> properties, byte[] payload) {
        var receipt = new Taken();
        log.append(new StoredMessage(new DeviceId(device), clock.instant(), properties, payload), receipt);
        receipt.join();
    }

    /// What a channel holds, once all that is in the log is sorted.
    List<Keyed> all(long channel) {
        return all(channel, sorted);
    }

    private List<Keyed> all(long channel, SortedLog from) {
        awaitSorted();
        return from.reader().read(channel, 0, Integer.MAX_VALUE, Long.MAX_VALUE).messages();
    }

    List<String> texts(long channel) {
        return texts(channel, sorted);
    }

    List<String> texts(long channel, SortedLog from) {
        return all(channel, from).stream().map(Belt::text).toList();
    }

    /// The values of one property, `-` where it is not there.
    List<String> values(long channel, String property) {
        return all(channel).stream()
                .map(keyed -> keyed.message().properties().getOrDefault(property, "-"))
                .toList();
    }

    static String text(Keyed keyed) {
        return new String(keyed.message().payload(), StandardCharsets.UTF_8);
    }

    void awaitSorted() {
        try (var index = SqliteStreamIndex.open(folder.resolve("streams.db"))) {
            Await.until(
                    "all is sorted",
                    Duration.ofSeconds(20),
                    () -> !index.read(IndexRecords::followed).isBefore(log.end()));
        }
    }

    @Override
    public void close() {
        sorted.close();
        log.close();
        registry.close();
    }

    /// Hears that a message is in the log.
    static final class Taken implements MessageStore.Receipt {
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();

        void join() {
            done.join();
        }

        @Override
        public boolean inOrder() {
            return true;
        }

        @Override
        public void stored(boolean fresh) {
            done.complete(fresh);
        }

        @Override
        public void failed(RuntimeException why) {
            done.completeExceptionally(why);
        }
    }
}
