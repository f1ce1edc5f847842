// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.process.ProgramProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// F2: the device's program is killed at any moment, one time in three while the hub is out of reach: what it said is
/// safe comes out at the other end, and nothing twice. The ledger is what it printed before it died.
class SensorKilledFaultTest {
    private static final long NUMBERS_OF_A_RUN = 1_000_000;
    private static final int LAST = 50;

    @TempDir
    Path folder;

    private final RandomGenerator chance =
            Chance.of(SensorKilledFaultTest.class).drawnBy("killer");
    private final List<Long> safe = new ArrayList<>();

    @Test
    @Timeout(3600)
    void whatItSaidIsSafeComesOutOnce() throws Exception {
        int kills = Chance.many("kills", 15);
        try (var site = new HubSite(folder.resolve("hub"));
                var consumer = new Consumer(site)) {
            DeviceKeys keys = site.add("sensor", 1).getFirst();
            for (int kill = 0; kill < kills; kill++) {
                if (kill % 3 == 0) {
                    site.wire().refuse();
                }
                runAndKill(site, keys, kill);
                site.wire().serve();
            }
            runToTheEnd(site, keys, kills);
            Await.until("all is read", HubSite.SOON, () -> new HashSet<>(consumer.numbers()).containsAll(safe));
            assertThat(consumer.numbers()).doesNotHaveDuplicates().isSorted();
            System.out.printf("SensorKilledFaultTest: %d messages safe over %d kills%n", safe.size(), kills);
        }
    }

    private void runAndKill(HubSite site, DeviceKeys keys, int run) {
        try (var sensor = start(site, keys, run, 0)) {
            sensor.waitForLine(line -> line.startsWith("safe "), chance.nextInt(1, 400), HubSite.SOON);
            sensor.kill();
            note(sensor);
        }
    }

    private void runToTheEnd(HubSite site, DeviceKeys keys, int run) {
        try (var sensor = start(site, keys, run, LAST)) {
            assertThat(sensor.waitForLine(line -> line.startsWith("sent "), HubSite.SOON))
                    .isEqualTo("sent true");
            note(sensor);
        }
    }

    private void note(ProgramProcess sensor) {
        sensor.lines().stream()
                .filter(line -> line.startsWith("safe "))
                .map(line -> Long.valueOf(line.substring("safe ".length())))
                .forEach(safe::add);
    }

    private ProgramProcess start(HubSite site, DeviceKeys keys, int run, int count) {
        var arguments = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        arguments.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        arguments.addAll(
                List.of(Sensor.class.getName(), folder.resolve("device").toString()));
        arguments.add(keys.connectionString());
        arguments.addAll(
                List.of("" + site.address().mqttPort(), "" + site.address().httpsPort()));
        arguments.add(site.folder().resolve("hub.json").toString());
        arguments.addAll(List.of("" + run * NUMBERS_OF_A_RUN, "" + count));
        return ProgramProcess.java("sensor-" + run, arguments);
    }
}
