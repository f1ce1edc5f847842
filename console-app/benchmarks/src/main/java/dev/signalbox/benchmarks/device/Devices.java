// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.device;

import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The devices of a benchmark: numbered, all with one key.
final class Devices {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final int AT_ONCE = 1_000;

    private Devices() {}

    static DeviceId id(int number) {
        return new DeviceId("device-" + number);
    }

    static String userName(DeviceId id) {
        return Broker.HOST + "/" + id.value() + "/?api-version=2021-04-12";
    }

    static String password(DeviceId id) {
        return SasTokens.make(
                Broker.HOST + "/devices/" + id.value(), KEY, Instant.now().plus(Duration.ofDays(1)));
    }

    /// Enters them into the registry of a hub that does not run.
    static void enter(Path data, int devices) {
        try (var registry = SqliteRegistry.open(data.resolve("registry.db"))) {
            for (int from = 0; from < devices; from += AT_ONCE) {
                int[] numbers =
                        IntStream.range(from, Math.min(devices, from + AT_ONCE)).toArray();
                registry.commit(records -> {
                    for (int number : numbers) {
                        var device = new StoredDevice(id(number), KEY, KEY, Map.of(), Optional.empty());
                        dev.signalbox.hub.device.Devices.add(records, device);
                    }
                    return true;
                });
            }
        }
    }
}
