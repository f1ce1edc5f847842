// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.file.FolderTree;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.process.JavaProgram;
import dev.signalbox.testing.process.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// F2: the device's program is killed at any moment, one time in three while the hub is out of reach: what it said is
/// safe comes out at the other end, and nothing twice, and no more than the window travels again after a kill. The
/// ledger is what it printed before it died.
class SensorKilledFaultTest {
    private static final long NUMBERS_OF_A_RUN = 1_000_000;
    private static final int LAST = 50;
    private static final int TOLD_EVERY = 50;
    private static final Duration END = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private final RandomGenerator chance =
            Chance.of(SensorKilledFaultTest.class).drawnBy("killer");
    private final int kills = Chance.many("kills", 60);
    private final int messages = Chance.many("messages", 30_000);
    private final List<Long> safe = new ArrayList<>();

    @Test
    @Timeout(7200)
    void whatItSaidIsSafeComesOutOnce() throws Exception {
        var ear = new Eavesdropper(folder.resolve("hub"));
        try (var site = new HubSite(folder.resolve("hub"), ear);
                var consumer = new Consumer(site)) {
            var sensor = new Runs(site, site.add("sensor", 1).getFirst());
            sensor.toTheEnd(LAST, ear);
            for (int kill = 0; kill < kills; kill++) {
                if (kill % 3 == 0) {
                    site.wire().refuse();
                    sensor.untilKilled(SensorKilledFaultTest::said);
                    site.wire().serve();
                } else {
                    sensor.untilKilled((many, run) -> sent(many, ear));
                }
                tell(kill + 1, ear);
            }
            sensor.toTheEnd(Math.max(LAST, messages - safe.size()), ear);
            Moving.await("all is read", safe.getLast(), consumer::newest);
            assertThat(consumer.numbers()).doesNotHaveDuplicates().isSorted();
            assertThat(lost(consumer.numbers())).isEmpty();
            assertThat(ear.mostOnOneConnection()).isLessThanOrEqualTo(OutageFaultTest.WINDOW);
            System.out.printf(
                    "SensorKilledFaultTest: %d messages told safe over %d kills, %d delivered, 0 lost, 0 twice;"
                            + " travelled again: %d in all, %d at most after a kill%n",
                    safe.size(), kills, consumer.count(), ear.again(), ear.mostOnOneConnection());
        }
    }

    private Set<Long> lost(List<Long> delivered) {
        var lost = new HashSet<>(safe);
        lost.removeAll(new HashSet<>(delivered));
        return lost;
    }

    /// So that somebody who waits for a long run sees it go on.
    private void tell(int done, Eavesdropper ear) {
        if (done % TOLD_EVERY == 0) {
            System.out.printf(
                    "SensorKilledFaultTest: %d of %d kills, %d messages told safe, %d sent; travelled again: %d in all,"
                            + " %d at most after a kill%n",
                    done, kills, safe.size(), ear.messages(), ear.again(), ear.mostOnOneConnection());
        }
    }

    /// When to kill: after so many messages.
    private interface Moment {
        void await(int many, ProgramProcess run);
    }

    private static void said(int many, ProgramProcess run) {
        run.waitForLine(line -> line.startsWith("safe "), many, HubSite.SOON);
    }

    private static void sent(int many, Eavesdropper ear) {
        long before = ear.messages() + ear.again();
        Await.until("it sent " + many, HubSite.SOON, () -> ear.messages() + ear.again() >= before + many);
    }

    private final class Runs {
        private final Path scratch = Files.createDirectory(folder.resolve("scratch"));
        private final JavaProgram program =
                new JavaProgram(Sensor.class.getName(), List.of("-Xmx128m", "-Djava.io.tmpdir=" + scratch));
        private final HubSite site;
        private final DeviceKeys keys;
        private long run;

        Runs(HubSite site, DeviceKeys keys) throws Exception {
            this.site = site;
            this.keys = keys;
        }

        void untilKilled(Moment moment) throws Exception {
            int most = Math.max(2, 2 * messages / kills);
            try (var sensor = program.start("sensor-" + run, arguments(most, "stays"))) {
                moment.await(chance.nextInt(1, most), sensor);
                sensor.kill();
                note(sensor);
            }
            tidy();
        }

        void toTheEnd(int count, Eavesdropper ear) {
            try (var sensor = program.start("sensor-" + run, arguments(count, "ends"))) {
                awaitSent(sensor, ear);
                sensor.waitForEnd(END);
                note(sensor);
            }
        }

        /// Libraries put native code aside, and a killed program does not remove it.
        private void tidy() throws IOException {
            try (Stream<Path> left = Files.list(scratch)) {
                for (Path one : left.toList()) {
                    FolderTree.delete(one);
                }
            }
        }

        /// However much waits: for as long as it moves.
        private void awaitSent(ProgramProcess sensor, Eavesdropper ear) {
            Moving.await("it ends", Long.MAX_VALUE, () -> isDone(sensor) ? Long.MAX_VALUE : ear.messages());
            assertThat(sensor.lines()).contains("sent true");
        }

        private static boolean isDone(ProgramProcess sensor) {
            return !sensor.isAlive() || sensor.lines().stream().anyMatch(line -> line.startsWith("sent "));
        }

        private List<String> arguments(int count, String then) {
            return List.of(
                    folder.resolve("device").toString(),
                    keys.connectionString(),
                    "" + site.address().mqttPort(),
                    "" + site.address().httpsPort(),
                    site.folder().resolve("hub.json").toString(),
                    "" + run++ * NUMBERS_OF_A_RUN,
                    "" + count,
                    then);
        }
    }

    private void note(ProgramProcess sensor) {
        sensor.lines().stream()
                .filter(line -> line.startsWith("safe "))
                .map(line -> Long.valueOf(line.substring("safe ".length())))
                .forEach(safe::add);
    }
}
