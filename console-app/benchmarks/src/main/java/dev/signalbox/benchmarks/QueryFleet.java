// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Devices whose twins look like those of pumps: some values are everyone's, some are rare, some nobody else has. There
/// are some 850 paths.
final class QueryFleet {
    static final int SITES = 500;

    private static final int AT_ONCE = 1_000;

    private final RegistryStore store;
    private final Random random;

    QueryFleet(RegistryStore store, Random random) {
        this.store = store;
        this.random = random;
    }

    void add(int devices) {
        for (int from = 0; from < devices; from += AT_ONCE) {
            int[] numbers =
                    IntStream.range(from, Math.min(devices, from + AT_ONCE)).toArray();
            store.commit(records -> {
                for (int number : numbers) {
                    var tags = Map.of(
                            "site", "site-" + random.nextInt(SITES),
                            "region", "region-" + random.nextInt(5),
                            "line", "line-" + random.nextInt(20));
                    var seen = Optional.of(Instant.ofEpochSecond(1_700_000_000L + random.nextInt(10_000_000)));
                    Devices.add(records, new StoredDevice(id(number), "key", "key", tags, seen));
                    records.twins()
                            .put(
                                    id(number),
                                    StoredTwin.fresh()
                                            .withDesired(desired(), desired())
                                            .withReported(reported(number), reported(number)));
                }
                return true;
            });
        }
    }

    static DeviceId id(int number) {
        return new DeviceId("pump-" + number);
    }

    /// What a device reports while it runs.
    ObjectNode measured() {
        ObjectNode patch = Json.mapper().createObjectNode();
        patch.put("pressure", random.nextInt(10_000) / 100.0);
        patch.put("temperature", random.nextInt(1_000) / 10.0);
        return patch;
    }

    private ObjectNode desired() {
        ObjectNode desired = Json.mapper().createObjectNode();
        desired.putObject("config")
                .put("interval", 10 * (1 + random.nextInt(30)))
                .put("version", random.nextInt(8));
        return desired;
    }

    ObjectNode reported(int number) {
        ObjectNode reported = measured();
        reported.put("serial", "SN-" + Integer.toHexString(number * 7919) + "-" + number);
        reported.put("running", random.nextInt(100) > 2);
        reported.putObject("firmware")
                .put("version", "1." + random.nextInt(20) + "." + random.nextInt(10))
                .put("channel", random.nextInt(50) == 0 ? "beta" : "stable");
        reported.putObject("config").put("version", random.nextInt(8)).put("status", status());
        reported.putObject("network")
                .put("kind", random.nextBoolean() ? "lte" : "lan")
                .put("signal", -random.nextInt(120));
        ObjectNode sensors = reported.putObject("sensors");
        for (int i = 0; i < 3; i++) {
            sensors.putObject(sensor(random))
                    .put("value", random.nextInt(1_000) / 10.0)
                    .put("unit", random.nextBoolean() ? "bar" : "celsius");
        }
        if (random.nextInt(200) == 0) {
            reported.put("alarm", "pressure too high at valve " + random.nextInt(50));
        }
        return reported;
    }

    /// The name of one of many sensors, of which each device has three.
    static String sensor(Random random) {
        return "s" + random.nextInt(200);
    }

    private String status() {
        int chance = random.nextInt(1000);
        return chance == 0 ? "error" : chance < 30 ? "pending" : "success";
    }
}
