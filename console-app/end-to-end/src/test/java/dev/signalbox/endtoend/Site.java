// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.process.FreePorts;
import dev.signalbox.testing.process.JavaProgram;
import dev.signalbox.testing.process.ProgramProcess;
import dev.signalbox.workbench.session.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A hub and its nodes as real processes, each with a folder of its own, and an operator's workbench.
final class Site implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(60);

    private static final JavaProgram HUB = new JavaProgram("dev.signalbox.hub.HubProgram", List.of("-Xmx256m"));

    private final Path folder;
    private final JavaProgram node;
    private final int mqttPort = FreePorts.next();
    private final int httpsPort = FreePorts.next();
    private final Map<String, ProgramProcess> nodes = new HashMap<>();
    private final Map<String, List<String>> introductions = new HashMap<>();
    private final List<AutoCloseable> closeLast = new ArrayList<>();
    private ProgramProcess hub;

    Site(Path folder) {
        this(folder, List.of());
    }

    /// @param nodeOptions options of Java for the nodes
    Site(Path folder, List<String> nodeOptions) {
        this.folder = folder;
        this.node = new JavaProgram(
                "dev.signalbox.agent.NodeProgram",
                Stream.concat(Stream.of("-Xmx96m"), nodeOptions.stream()).toList());
        this.hub = startHub();
    }

    private ProgramProcess startHub() {
        var started = HUB.start(
                "hub",
                List.of(
                        "--data",
                        hubFolder().toString(),
                        "--mqtt-port",
                        "" + mqttPort,
                        "--https-port",
                        "" + httpsPort));
        started.waitForLine(line -> line.contains("listens on"), SOON);
        return started;
    }

    /// Kills the hub with SIGKILL and starts it again on the same folder and ports.
    void killAndRestartHub() {
        hub.kill();
        hub = startHub();
    }

    void killHub() {
        hub.kill();
    }

    void restartHub() {
        hub = startHub();
    }

    ProgramProcess hub() {
        return hub;
    }

    Path hubFolder() {
        return folder.resolve("hub");
    }

    HubContact contact() {
        try {
            return Json.read(Files.readAllBytes(hubFolder().resolve("hub.json")), HubContact.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Signs in as the owner, from the console folder of that name.
    Workbench workbench(String console) {
        var workbench = Workbench.openLocal(hubFolder(), folder.resolve(console));
        closeLast.add(workbench);
        return workbench;
    }

    /// Makes the node known and starts its process; waits until it has signed in.
    ProgramProcess addNode(Workbench workbench, String name, Map<String, String> tags) {
        String token = workbench.nodes().create(new NewDevice(new DeviceId(name), tags));
        return join(name, List.of("--token", token));
    }

    /// Starts the process of a node that the hub knows; waits until it has signed in.
    ProgramProcess join(String name, List<String> introduction) {
        ProgramProcess node = introduce(name, introduction);
        node.waitForLine(line -> line.contains("signed in"), SOON);
        return node;
    }

    /// Starts the process of a node for the first time.
    ProgramProcess introduce(String name, List<String> introduction) {
        introductions.put(name, introduction);
        return startNode(name);
    }

    ProgramProcess startNode(String name) {
        var arguments = new ArrayList<>(List.of("--data", nodeFolder(name).toString()));
        arguments.addAll(introductions.get(name));
        var started = node.start(name, arguments);
        nodes.put(name, started);
        return started;
    }

    ProgramProcess killAndRestartNode(String name) {
        nodes.get(name).kill();
        return startNode(name);
    }

    Path nodeFolder(String name) {
        return folder.resolve("nodes").resolve(name);
    }

    /// Waits until the node settled on that release or is in its trial.
    void awaitRelease(Workbench workbench, String node, long release) {
        Await.until(
                node + " runs release " + release,
                SOON,
                () -> workbench.nodes().list().stream()
                        .filter(view -> view.id().value().equals(node))
                        .flatMap(view -> view.report().stream())
                        .anyMatch(report ->
                                report.running() == release && !report.steps().isEmpty()));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable closeable : closeLast) {
            closeable.close();
        }
        nodes.values().forEach(ProgramProcess::close);
        hub.close();
    }
}
