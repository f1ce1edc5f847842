// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.process.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Twins with writers on both sides while connections break, reports arrive twice, and the hub is killed: in the end
/// all copies are the same, versions only grew, and every acknowledged patch is in effect.
class TwinFaultTest {
    private static final int WRITERS_A_SIDE = 4;
    private static final int FAULTS = 12;
    private static final int CUTS_PER_KILL = 6;

    @TempDir
    Path folder;

    private final Chance chance = Chance.of(TwinFaultTest.class);
    private final int patches = Chance.many("patches", 500);
    private final TwinLedger desired = new TwinLedger();
    private final TwinLedger reported = new TwinLedger();
    private final AtomicInteger begun = new AtomicInteger();
    private final List<TwinDevice> devices = new ArrayList<>();
    private int faults;
    private HubSite site;

    @BeforeEach
    void start() throws Exception {
        site = new HubSite(folder.resolve("hub"));
        for (DeviceKeys keys : site.add("twin", Chance.many("twins", 20))) {
            devices.add(new TwinDevice(keys, site.way()));
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (TwinDevice device : devices) {
            device.close();
        }
        site.close();
    }

    @Test
    @Timeout(3600)
    void bothSidesAgreeInTheEndAndNothingAcknowledgedIsLost() throws Exception {
        try (var writers = Executors.newFixedThreadPool(2 * WRITERS_A_SIDE)) {
            List<Callable<Boolean>> writing = new ArrayList<>();
            for (int i = 0; i < WRITERS_A_SIDE; i++) {
                String backEnd = "desk" + i;
                String device = "self" + i;
                writing.add(() -> write(backEnd, this::wish));
                writing.add(() -> write(device, this::report));
            }
            for (Future<Boolean> written : writers.invokeAll(writing)) {
                assertThat(written.get()).isTrue();
            }
        }
        devices.forEach(this::verify);
    }

    private interface Writing {
        void write(TwinDevice device, TwinLedger.Patch patch, RandomGenerator random) throws Exception;
    }

    private boolean write(String writer, Writing writing) throws Exception {
        RandomGenerator random = chance.drawnBy(writer);
        int number = 0;
        for (int patch = begun.incrementAndGet(); patch <= patches; patch = begun.incrementAndGet()) {
            number++;
            writing.write(devices.get(random.nextInt(devices.size())), new TwinLedger.Patch(writer, number), random);
            if (patch % Math.max(1, patches / FAULTS) == 0) {
                fault(random);
            }
        }
        return true;
    }

    private void wish(TwinDevice device, TwinLedger.Patch patch, RandomGenerator random) {
        long before = desired.version(device.name());
        String body = "{\"properties\":{\"desired\":" + patch.json() + "}}";
        Desk.Answer answer = Await.value("the hub takes it", HubSite.SOON, () -> {
            try {
                return Optional.of(site.desk().ask("PATCH", "/twins/" + device.name(), body));
            } catch (IOException hubIsAway) {
                return Optional.empty();
            }
        });
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        long version = answer.json().at("/properties/desired/$version").longValue();
        desired.acknowledged(device.name(), patch, before, version);
    }

    private void report(TwinDevice device, TwinLedger.Patch patch, RandomGenerator random) throws Exception {
        long before = reported.version(device.name());
        long version = device.report(patch, random.nextInt(4) == 0);
        reported.acknowledged(device.name(), patch, before, version);
    }

    private synchronized void fault(RandomGenerator random) {
        faults++;
        if (faults % CUTS_PER_KILL == 0) {
            site.kill();
            site.restart();
        } else if (random.nextBoolean()) {
            site.wire().cut();
        } else {
            site.wire().cutOne();
            devices.get(random.nextInt(devices.size())).staying().fallOver();
        }
    }

    private void verify(TwinDevice device) {
        JsonNode twin = Await.value(
                device.name() + " is what it should be",
                HubSite.SOON,
                () -> Optional.of(site.desk()
                                .surely("GET", "/twins/" + device.name(), "")
                                .json())
                        .filter(got -> device.replica().isSameAs(got.at("/properties/desired"))));
        assertThat(device.replica().violations()).as(device.name()).isEmpty();
        desired.verify(device.name(), twin.at("/properties/desired"));
        reported.verify(device.name(), twin.at("/properties/reported"));
    }
}
