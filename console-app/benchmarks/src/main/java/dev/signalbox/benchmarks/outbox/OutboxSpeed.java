// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.outbox;

import dev.signalbox.benchmarks.Figures;
import dev.signalbox.benchmarks.Scratch;
import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.outbox.Outbox;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How many durable messages of 200 random bytes an outbox takes, and how many share a sync; how long an outbox of 1
/// GiB takes to open. Beside it, in the same rounds, what the disk can do: 256 bytes appended and synced, again and
/// again.
public final class OutboxSpeed {
    private static final int ROUNDS = Integer.getInteger("signalbox.rounds", 7);
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(Long.getLong("signalbox.millis", 2000));
    private static final long LARGE = Long.getLong("signalbox.outbox", 1L << 30);
    private static final int SENDERS = 8;
    private static final int OUTSTANDING = 256;
    private static final int RECORD = 256;

    private final Path folder;
    private final List<Double> floor = new ArrayList<>();
    private final List<Senders.Round> waiting = new ArrayList<>();
    private final List<Senders.Round> pipelined = new ArrayList<>();

    private OutboxSpeed(Path folder) {
        this.folder = folder;
    }

    /// @param args not looked at
    public static void main(String[] args) throws Exception {
        new OutboxSpeed(Scratch.folder("outbox")).run();
    }

    private void run() throws Exception {
        load();
        for (int round = 0; round <= ROUNDS; round++) {
            double synced = appendAndSync();
            var one = Senders.run(folder.resolve("waiting-" + round), SENDERS, 1, ROUND_NANOS);
            var many = Senders.run(folder.resolve("pipelined-" + round), SENDERS, OUTSTANDING, ROUND_NANOS);
            if (round > 0) {
                floor.add(synced);
                waiting.add(one);
                pipelined.add(many);
            }
        }
        print();
        open();
        load();
    }

    private double appendAndSync() throws IOException {
        Path file = folder.resolve("floor");
        long begin = System.nanoTime();
        long records = 0;
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (; System.nanoTime() - begin < ROUND_NANOS; records++) {
                channel.write(ByteBuffer.allocate(RECORD));
                channel.force(false);
            }
        }
        Files.delete(file);
        return records * 1e9 / (System.nanoTime() - begin);
    }

    private void print() {
        var disk = Figures.of("256 bytes appended and synced", "/s", doubles(floor));
        disk.print();
        print("8 threads, each waits for its message", waiting, disk);
        print("8 threads, 256 messages unanswered each", pipelined, disk);
    }

    private static void print(String what, List<Senders.Round> rounds, Figures disk) {
        Figures.of(
                        what,
                        "/s",
                        doubles(rounds.stream().map(Senders.Round::perSecond).toList()))
                .printBeside(disk);
        Figures.of(
                        "    messages a commit",
                        "",
                        doubles(rounds.stream().map(Senders.Round::perCommit).toList()))
                .print();
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// An outbox with messages of 200 bytes, opened until the first of them is read.
    private void open() throws Exception {
        Path large = folder.resolve("large");
        var limits = new OutboxLimits(LARGE + (16L << 20), Optional.empty());
        Senders.fill(large, limits, LARGE);
        var millis = new double[5];
        for (int time = 0; time < millis.length; time++) {
            long begin = System.nanoTime();
            try (var outbox = Outbox.open(large, limits)) {
                int read = outbox.after(1, 0, 1).messages().size();
                millis[time] = (System.nanoTime() - begin) / 1e6;
                if (read == 0) {
                    throw new IllegalStateException("Nothing was there to be read");
                }
            }
        }
        System.out.printf("an outbox of %d MiB, opened first: %.0f ms%n", LARGE >> 20, millis[0]);
        Figures.of("the same again", "ms", millis).print();
    }

    private static void load() {
        System.out.printf(
                "load of the machine: %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }
}
