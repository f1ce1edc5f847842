// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.policy.PolicyView;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.Session;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.testing.process.FreePorts;
import dev.signalbox.testing.process.JavaProgram;
import dev.signalbox.testing.process.ProgramProcess;
import dev.signalbox.testing.tls.Trusting;
import dev.signalbox.testing.wire.Tap;
import dev.signalbox.testing.wire.Wire;
import dev.signalbox.workbench.session.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A hub as a process of its own, always on the same folder and ports, with a wire to its devices and a back end.
final class HubSite implements AutoCloseable {
    /// Longer than anything takes, on a machine that has other things to do.
    static final Duration SOON = Duration.ofSeconds(60);

    private static final JavaProgram HUB = new JavaProgram("dev.signalbox.hub.HubProgram", List.of("-Xmx192m"));

    private final Path folder;
    private final int mqttPort = FreePorts.next();
    private final int httpsPort = FreePorts.next();
    private final Wire wire;
    private final Desk desk;
    private final String bearer;
    private ProgramProcess hub;

    HubSite(Path folder) throws IOException {
        this(folder, Tap.NONE);
    }

    /// @param tap listens in on the wire
    HubSite(Path folder, Tap tap) throws IOException {
        this.folder = folder;
        this.hub = start();
        this.wire = new Wire(mqttPort, tap);
        workbench().close();
        this.bearer = bearer();
        String key = ownerKey();
        this.desk = new Desk(httpsPort, Trusting.context(contact().caPem()), () -> Desk.signature(key));
    }

    /// A console of the owner's.
    Workbench workbench() {
        return Workbench.openLocal(folder, console());
    }

    private Path console() {
        return folder.resolveSibling(folder.getFileName() + "-console");
    }

    /// What the console shows the hub.
    private String bearer() throws IOException {
        try (var files = Files.newDirectoryStream(console(), "session-*.json")) {
            return Json.read(Files.readAllBytes(files.iterator().next()), Session.class)
                    .bearer();
        }
    }

    private ProgramProcess start() {
        var arguments = new ArrayList<>(List.of("--data", folder.toString()));
        arguments.addAll(List.of("--mqtt-port", "" + mqttPort, "--https-port", "" + httpsPort));
        var started = HUB.start("hub", arguments);
        started.waitForLine(line -> line.contains("listens on"), SOON);
        return started;
    }

    private String ownerKey() {
        return Arrays.stream(Json.read(operator().done("GET", Paths.POLICIES, ""), PolicyView[].class))
                .filter(policy -> policy.name().equals(Desk.POLICY))
                .map(PolicyView::primaryKey)
                .findFirst()
                .orElseThrow();
    }

    /// An operator's.
    Desk operator() {
        return new Desk(httpsPort, Trusting.context(contact().caPem()), () -> "Bearer " + bearer);
    }

    /// Makes so many devices known.
    List<DeviceKeys> add(String kind, int many) {
        var operator = operator();
        List<DeviceKeys> keys = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            var fresh = new NewDevice(new DeviceId("%s-%03d".formatted(kind, i)), Map.of("kind", kind));
            keys.add(Json.read(operator.done("POST", Paths.NODES, fresh), DeviceKeys.class));
        }
        return keys;
    }

    /// SIGKILL; what the wire still held is lost.
    void kill() {
        hub.kill();
        wire.cut();
    }

    void restart() {
        hub = start();
    }

    /// Whether it has not died by itself.
    boolean isAlive() {
        return hub.isAlive();
    }

    List<String> log() {
        return hub.lines();
    }

    Path folder() {
        return folder;
    }

    Wire wire() {
        return wire;
    }

    Way way() {
        return new Way(wire.port(), Trusting.context(contact().caPem()));
    }

    /// Where devices find it: MQTT over the wire, HTTPS beside it.
    HubAddress address() {
        return new HubAddress("127.0.0.1", wire.port(), httpsPort);
    }

    /// Of whoever has that authorization.
    Desk desk(String authorization) {
        return new Desk(httpsPort, Trusting.context(contact().caPem()), () -> authorization);
    }

    /// A back end's.
    Desk desk() {
        return desk;
    }

    private HubContact contact() {
        try {
            return Json.read(Files.readAllBytes(folder.resolve("hub.json")), HubContact.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        hub.close();
        wire.close();
    }
}
