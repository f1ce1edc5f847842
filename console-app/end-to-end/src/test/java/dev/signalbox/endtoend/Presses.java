// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.device.client.StreamSender;
import dev.signalbox.device.message.Compression;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.protocol.stream.StreamName;
import dev.signalbox.testing.tls.Trusting;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Presses that say ten times a second how they shake and how hot their bearings are, each with the device client.
final class Presses implements AutoCloseable {
    static final StreamName VIBRATION = new StreamName("press-hall", "vibration");

    private static final long BEAT_MILLIS = 100;

    private final List<DeviceClient> clients = new ArrayList<>();
    private final List<StreamSender> senders = new ArrayList<>();
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();
    private int beats;

    Presses(Site site, Workbench workbench, Path folder, List<String> names) throws Exception {
        for (String name : names) {
            DeviceClient client = connect(site, workbench, folder.resolve(name), name);
            clients.add(client);
            senders.add(client.createStreamSender(VIBRATION, Compression.UNCOMPRESSED));
        }
    }

    private static DeviceClient connect(Site site, Workbench workbench, Path folder, String name) throws Exception {
        var id = new DeviceId(name);
        workbench.devices().create(new NewIdentity(id, Map.of("site", "north", "role", "press"), Proof.SAS));
        return DeviceClient.builder()
                .folder(folder)
                .connectionString(workbench.nodes().connectionString(id))
                .ports(
                        site.contact().address().mqttPort(),
                        site.contact().address().httpsPort())
                .trust(Trusting.context(site.contact().caPem()))
                .start();
    }

    void begin() {
        var _ = beat.scheduleAtFixedRate(this::measure, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void measure() {
        beats++;
        for (int press = 0; press < senders.size(); press++) {
            senders.get(press).enqueueMessage(reading(press), MessageIds.NONE.inBatch("2026-11-21-night"));
        }
    }

    private String reading(int press) {
        double phase = beats / 25.0 + 1.3 * press;
        return String.format(
                Locale.ROOT,
                "{\"rms\":%.3f,\"peak\":%.3f,\"bearing\":{\"celsius\":%.1f,\"side\":\"left\"},\"rpm\":%d,\"ok\":true}",
                2.4 + Math.sin(phase) + 0.06 * Math.sin(17 * phase),
                6.1 + 2 * Math.sin(phase),
                54 + 6 * Math.sin(phase / 3),
                1480 + beats % 9);
    }

    /// The first press sends one to a stream that is not there.
    void misspell() {
        var wrong = clients.getFirst()
                .createStreamSender(new StreamName("press-hall", "vibratoin"), Compression.UNCOMPRESSED);
        wrong.enqueueMessage(reading(0), MessageIds.NONE);
    }

    @Override
    public void close() throws Exception {
        beat.shutdownNow();
        for (DeviceClient client : clients) {
            client.close();
        }
    }
}
