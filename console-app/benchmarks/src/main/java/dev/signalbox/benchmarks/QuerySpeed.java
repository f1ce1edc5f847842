// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import dev.signalbox.hub.query.PageRequest;
import dev.signalbox.hub.query.Queries;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.hub.twin.Twins;
import dev.signalbox.protocol.identity.ClientId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// How long the first page of a random condition takes over 100,000 devices, and how many reported properties a second
/// the hub takes in, alone and at the same time. Target: 95 of 100 pages within 50 ms.
public final class QuerySpeed {
    private static final int DEVICES = Integer.getInteger("signalbox.devices", 100_000);
    private static final int WARM_UP = 300;
    private static final int QUERIES = 2_000;
    private static final int COUNTS = 200;
    private static final int IN_FLIGHT = 500;
    private static final int UPDATES = 20_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final QueryFleet fleet;
    private final Twins twins;
    private final Queries queries;
    private final QueryMix mix;

    private QuerySpeed(SqliteRegistry registry, long seed) {
        this.fleet = new QueryFleet(registry, new Random(seed));
        this.twins = new Twins(registry);
        this.queries = new Queries(registry);
        this.mix = new QueryMix(new Random(seed + 1), DEVICES);
    }

    /// @param args not looked at
    public static void main(String[] args) throws Exception {
        long seed = Long.getLong("signalbox.seed", 42L);
        Path file = Files.createTempDirectory("signalbox-query").resolve("registry.db");
        try (var registry = SqliteRegistry.open(file)) {
            new QuerySpeed(registry, seed).run(file, seed);
        }
    }

    private void run(Path file, long seed) throws Exception {
        long begin = System.nanoTime();
        fleet.add(DEVICES);
        System.out.printf(
                "%,d devices in %.0f s, %d MiB, signalbox.seed=%d%n",
                DEVICES, millisSince(begin) / 1000, Files.size(file) >> 20, seed);
        measure(WARM_UP, "SELECT * FROM devices WHERE ");
        System.out.printf("reported updates, alone                              %,.0f /s%n", updatesAlone());
        pages("first page of 100, alone", measure(QUERIES, "SELECT * FROM devices WHERE "));
        pages("COUNT() over all, alone", measure(COUNTS, "SELECT COUNT() AS n FROM devices WHERE "));
        together();
    }

    private void together() throws Exception {
        var stopped = new AtomicBoolean();
        var done = new AtomicLong();
        long begin = System.nanoTime();
        Thread updating = Thread.ofPlatform().start(() -> update(done, () -> !stopped.get()));
        List<Timing> timings = measure(QUERIES, "SELECT * FROM devices WHERE ");
        double rate = done.get() / (millisSince(begin) / 1000);
        stopped.set(true);
        updating.join();
        pages("first page of 100, while devices report", timings);
        System.out.printf("reported updates, while queries run                  %,.0f /s%n", rate);
    }

    /// @param processorMillis what the thread that asked used of it; the rest it waited
    private record Timing(String query, double millis, double processorMillis) {}

    private List<Timing> measure(int times, String select) {
        List<Timing> timings = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String query = select + mix.condition();
            long begin = System.nanoTime();
            long processor = THREADS.getCurrentThreadCpuTime();
            queries.run(query, PageRequest.first());
            double used = (THREADS.getCurrentThreadCpuTime() - processor) / 1e6;
            timings.add(new Timing(query, millisSince(begin), used));
        }
        return timings;
    }

    private static void pages(String what, List<Timing> timings) {
        Figures.of(what, "ms", timings.stream().mapToDouble(Timing::millis).toArray())
                .print();
        Figures.of(
                        "    processor time of it",
                        "ms",
                        timings.stream().mapToDouble(Timing::processorMillis).toArray())
                .print();
        timings.stream()
                .sorted(Comparator.comparingDouble(Timing::millis).reversed())
                .limit(3)
                .forEach(slow -> System.out.printf("    %.0f ms  %s%n", slow.millis(), slow.query()));
    }

    private double updatesAlone() {
        var done = new AtomicLong();
        long begin = System.nanoTime();
        update(done, () -> done.get() < UPDATES);
        return done.get() / (millisSince(begin) / 1000);
    }

    private void update(AtomicLong done, java.util.function.BooleanSupplier goOn) {
        var places = new Semaphore(IN_FLIGHT);
        var random = new Random(7);
        while (goOn.getAsBoolean()) {
            places.acquireUninterruptibly();
            var _ = twins.report(
                            ClientId.of(QueryFleet.id(random.nextInt(DEVICES))), fleet.measured(), OptionalLong.empty())
                    .whenComplete((version, failed) -> {
                        done.incrementAndGet();
                        places.release();
                    });
        }
        places.acquireUninterruptibly(IN_FLIGHT);
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
