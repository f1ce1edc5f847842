// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.credential.Credentials;
import dev.signalbox.device.link.LinkTiming;
import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.pretend.Authority;
import dev.signalbox.device.pretend.Heard;
import dev.signalbox.device.pretend.PretendHub;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.testing.process.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;

/// A hub and its one device, which comes back quickly.
final class DeviceFixture implements AutoCloseable {
    static final DeviceId PUMP = new DeviceId("pump-1");
    static final LinkTiming QUICK =
            new LinkTiming(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMinutes(1));

    final Authority authority = new Authority();
    final PretendHub hub;
    final Heard heard = new Heard();
    private final Path folder;
    private final List<NodeLink> devices = new ArrayList<>();

    DeviceFixture(Path folder) {
        this(folder, "127.0.0.1");
    }

    DeviceFixture(Path folder, String hostInCertificate) {
        this.folder = folder;
        this.hub = new PretendHub(PUMP, authority.issue(hostInCertificate)).listen();
    }

    NodeLink device() {
        return device(authority, PretendHub.KEY, QUICK);
    }

    NodeLink device(Authority pinned, String key, LinkTiming timing) {
        var tls = PinnedTls.toCa(pinned.digest()).context();
        return device(hub.credentials(key, tls), tls, timing);
    }

    NodeLink device(Credentials credentials, SSLContext tls, LinkTiming timing) {
        var options = new DeviceOptions(credentials, tls, folder);
        var device = NodeLink.open(new Line.Setup(options, OutboxLimits.USUAL, timing), heard);
        devices.add(device);
        return device;
    }

    NodeLink connected() {
        NodeLink device = device();
        device.start();
        Heard.next(heard.signIns);
        return device;
    }

    static void send(NodeLink device, int from, int to) {
        for (int number = from; number <= to; number++) {
            device.send(bytes("m" + number), Map.of("unit", "bar & co"));
        }
    }

    static List<String> numbered(int from, int to) {
        return java.util.stream.IntStream.rangeClosed(from, to)
                .mapToObj(number -> "m" + number)
                .toList();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void await(String what, BooleanSupplier condition) {
        Await.until(what, Duration.ofSeconds(90), condition);
    }

    @Override
    public void close() {
        devices.forEach(NodeLink::close);
        hub.close();
    }
}
