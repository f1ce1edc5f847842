// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.drain;

import dev.signalbox.benchmarks.Figures;
import dev.signalbox.benchmarks.Rig;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.testing.wire.Wire;
import dev.signalbox.workbench.session.Workbench;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;

/// 100,000 messages of 200 bytes wait at a device while its hub cannot be reached: how soon it is connected once the
/// hub's port is open, and how fast the hub has all of them, beside what the same device sends while it is connected.
/// Then the memory that waiting messages take. Targets: 0.5 s, 10 s, 0.5 of the steady rate, memory flat.
public final class DrainSpeed {
    private static final int MESSAGES = Integer.getInteger("signalbox.messages", 100_000);
    private static final int ROUNDS = Integer.getInteger("signalbox.rounds", 5);
    private static final int WARM_UPS = 3;

    private final Workbench workbench;
    private final HubContact hub;
    private final Path folder;

    private DrainSpeed(Workbench workbench, Path folder) {
        this.workbench = workbench;
        this.hub = workbench.contact();
        this.folder = folder;
    }

    /// @param args the checkout's folder
    public static void main(String[] args) throws Exception {
        var plain = Rig.at(Path.of(args[0]));
        plain.train();
        var rig = plain.withCaches();
        load();
        try (var gate = new HubGate(rig);
                var workbench = Workbench.openLocal(rig.hubFolder(), rig.consoleFolder())) {
            new DrainSpeed(workbench, rig.folder()).run(gate);
        }
        load();
    }

    private void run(HubGate gate) throws Exception {
        try (var wire = new Wire(hub.address().mqttPort());
                var device = device("relayed", wire.port())) {
            outages("a relay closed and opened", device, new WireGate(wire));
            wire.refuse();
            device.awaitCutOff();
            new Memory(device).print();
        }
        try (var device = device("direct", hub.address().mqttPort())) {
            outages("the hub stopped and started", device, gate);
        }
    }

    private Device device(String name, int port) throws InterruptedException {
        var id = new DeviceId(name);
        workbench.nodes().create(new NewDevice(id, Map.of()));
        return new Device(folder.resolve(name), workbench.nodes().connectionString(id), port, hub);
    }

    private static void outages(String what, Device device, Gate gate) throws Exception {
        for (int round = 0; round < WARM_UPS; round++) {
            steady(device);
        }
        var connected = new double[ROUNDS];
        var drained = new double[ROUNDS];
        var ratios = new double[ROUNDS];
        var floors = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            floors[round] = steady(device);
            gate.close();
            device.awaitCutOff();
            device.enqueue(MESSAGES);
            long opened = gate.open();
            long up = device.awaitConnected(opened);
            long done = device.awaitSent();
            connected[round] = (up - opened) / 1e6;
            drained[round] = (done - up) / 1e9;
            ratios[round] = MESSAGES / drained[round] / floors[round];
        }
        System.out.println(what + ", " + MESSAGES + " messages waiting:");
        Figures.of("    port open until connected", "ms", connected).print();
        Figures.of("    connected until all are acknowledged", "s ", drained).print();
        Figures.of("    sent while connected, durable at both ends", "/s", floors)
                .print();
        System.out.printf(
                "%-52s %.2f%n",
                "    drained / sent while connected", Figures.of("", "", ratios).median());
    }

    /// Messages a second, from the first put in until the last is acknowledged, while it is connected.
    private static double steady(Device device) throws InterruptedException {
        device.awaitConnected(1);
        long begin = System.nanoTime();
        device.enqueue(MESSAGES);
        return MESSAGES / ((device.awaitSent() - begin) / 1e9);
    }

    private static void load() {
        System.out.printf(
                "load of the machine: %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }
}
