// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.process.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// F5: one device in each weather, all at a time, writes as much as its network carries, and is called meanwhile.
/// Nothing is lost, nothing comes twice or in another order, the link is used, and no connection is given up that
/// works.
@Isolated("how much a line carries is measured")
class BadNetworkFaultTest {
    static final Duration KEEP_ALIVE = Duration.ofSeconds(6);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int SECONDS = Chance.many("seconds", 5);

    /// What of a message is not its payload, roughly.
    private static final int AROUND = 250;

    @TempDir
    Path folder;

    private final Chance chance = Chance.of(BadNetworkFaultTest.class);
    private HubSite site;
    private Consumer consumer;
    private List<DeviceKeys> keys;

    /// One device's part.
    private interface Trial {
        void with(FarDevice device, BadWire wire) throws Exception;
    }

    @BeforeEach
    void start() throws Exception {
        site = new HubSite(Files.createDirectory(folder.resolve("hub")));
        consumer = new Consumer(site);
        keys = site.add("far", 6);
    }

    @AfterEach
    void stop() throws Exception {
        consumer.close();
        site.close();
    }

    @Test
    @Timeout(7200)
    void whateverTheNetworkIsLikeAllComesOutOnceAndInOrder() throws Exception {
        List<Callable<Boolean>> trials = List.of(
                () -> trial(0, "satellite", Weather.SATELLITE, steadily(Weather.SATELLITE, 1_000)),
                () -> trial(1, "lossy", Weather.LOSSY, steadily(Weather.LOSSY, 1_000)),
                () -> trial(2, "3G", Weather.THIRD_GENERATION, steadily(Weather.THIRD_GENERATION, 1_000)),
                () -> trial(3, "stalling", Weather.STALLING, steadily(Weather.STALLING, 1_000)),
                () -> trial(4, "1 KB/s", Weather.CRAWLING, this::crawling),
                () -> trial(5, "half-open", Weather.FAIR, this::halfOpen));
        try (var together = Executors.newFixedThreadPool(trials.size())) {
            for (Future<Boolean> ended : together.invokeAll(trials)) {
                assertThat(ended.get()).isTrue();
            }
        }
    }

    private boolean trial(int index, String name, Weather weather, Trial trial) throws Exception {
        Path own = Files.createDirectory(folder.resolve("device-" + index));
        DeviceKeys one = keys.get(index);
        int hub = site.address().mqttPort();
        try (var wire = new BadWire(hub, weather, chance.drawnBy(name));
                var device = new FarDevice(site, one, wire, own, index)) {
            Await.until("it is connected: " + name, HubSite.SOON, device::isConnected);
            try (var caller = new Caller(site, one.id().value())) {
                wire.forget();
                trial.with(device, wire);
                Await.until("a call is answered: " + name, HubSite.SOON, () -> caller.answered() > 0);
                System.out.printf(
                        "BadNetworkFaultTest: %s: %d messages, %.0f %% of the link used, %d connections,"
                                + " %d of %d calls answered%n",
                        name,
                        device.account().forwarded(),
                        wire.used() * 100,
                        wire.connections(),
                        caller.answered(),
                        caller.calls());
            }
            allIsThere(device, name);
        }
        return true;
    }

    private void allIsThere(FarDevice device, String name) {
        Await.until(
                "all is read: " + name,
                HubSite.SOON,
                () -> device.own(consumer.numbers()).size() >= device.written().size());
        assertThat(device.own(consumer.numbers())).as(name).isEqualTo(device.written());
        assertThat(device.account().agrees()).as(name).isTrue();
        assertThat(device.account().forwarded())
                .as(name)
                .isEqualTo(device.written().size());
    }

    /// As much as the weather carries in the time.
    private static Trial steadily(Weather weather, int bytes) {
        return (device, wire) -> {
            device.write(SECONDS * weather.bytesPerSecond() / (bytes + AROUND), bytes);
            assertThat(device.isEverythingSent(LONGEST.plusSeconds(4L * SECONDS)))
                    .isTrue();
            theLinkIsUsed(wire);
        };
    }

    /// The promise is 60 %; a machine that is busy with other things leaves some of it.
    private static void theLinkIsUsed(BadWire wire) {
        assertThat(wire.used()).isGreaterThan(0.5);
        assertThat(wire.connections()).isEqualTo(1);
    }

    /// Many small ones, and one that takes twice as long as both ends may be silent.
    private void crawling(FarDevice device, BadWire wire) throws Exception {
        int bytes = Weather.CRAWLING.bytesPerSecond();
        device.write(SECONDS * bytes / (200 + AROUND), 200);
        assertThat(device.isEverythingSent(LONGEST.plusSeconds(4L * SECONDS))).isTrue();
        theLinkIsUsed(wire);
        device.write(1, (int) KEEP_ALIVE.multipliedBy(2).toSeconds() * bytes);
        assertThat(device.isEverythingSent(LONGEST)).isTrue();
        assertThat(wire.connections())
                .as("one that is too short for the message, one that is patient, and the usual one after it")
                .isLessThanOrEqualTo(3);
    }

    private void halfOpen(FarDevice device, BadWire wire) throws Exception {
        var noticed = new ArrayList<Long>();
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        do {
            device.write(20, 1_000);
            Await.until("it sends", HubSite.SOON, () -> device.waiting() < 10);
            wire.swallow();
            device.write(20, 1_000);
            Await.until(
                    "it is noticed", HubSite.SOON, () -> !wire.noticedAfter().isZero());
            noticed.add(wire.noticedAfter().toMillis());
            assertThat(device.isEverythingSent(HubSite.SOON)).isTrue();
        } while (System.nanoTime() < end);
        System.out.println("BadNetworkFaultTest: half-open noticed after ms: " + noticed);
        assertThat(noticed).allMatch(millis -> millis < 3 * KEEP_ALIVE.toMillis());
    }
}
