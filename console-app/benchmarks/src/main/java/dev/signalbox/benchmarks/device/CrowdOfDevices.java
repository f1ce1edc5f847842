// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.device;

import dev.signalbox.benchmarks.Figures;
import dev.signalbox.benchmarks.Rig;
import dev.signalbox.testing.process.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// 5,000 devices that are connected and silent: what each costs the hub in memory, and how fast they are back after all
/// have lost their connection, beside Mosquitto, which lets everybody in without a question. Targets: 40 kB, 800 a
/// second.
public final class CrowdOfDevices {
    private static final int DEVICES = Integer.getInteger("signalbox.devices", 5_000);
    private static final int RETURNS = 5;

    private CrowdOfDevices() {}

    /// @param args the checkout's folder
    public static void main(String[] args) throws Exception {
        var rig = Rig.at(Path.of(args[0]));
        Files.createDirectories(rig.hubFolder());
        Devices.enter(rig.hubFolder(), DEVICES);
        try (var hub = rig.hub();
                var crowd = new Crowd(Broker.hub("hub", rig.hubFolder()))) {
            crowd.connect(Math.min(DEVICES, 500));
            crowd.drop();
            long before = settled(hub);
            crowd.connect(DEVICES);
            long after = settled(hub);
            System.out.printf(
                    "hub with %,d devices connected                      %d MiB RSS, before %d: %.1f kB each%n",
                    DEVICES, after >> 10, before >> 10, (after - before) * 1.024 / DEVICES);
            try (var mosquitto = Mosquitto.start(rig.in("mosquitto").folder(), rig.hubFolder());
                    var toMosquitto = new Crowd(mosquitto.broker())) {
                toMosquitto.connect(DEVICES);
                returning(crowd, toMosquitto);
            }
        }
    }

    private static void returning(Crowd toHub, Crowd toMosquitto) {
        double[] rates = new double[RETURNS];
        double[] floors = new double[RETURNS];
        for (int i = 0; i < RETURNS; i++) {
            rates[i] = returning(toHub);
            floors[i] = returning(toMosquitto);
        }
        var floor = Figures.of("devices that come back to Mosquitto", "/s", floors);
        floor.print();
        Figures.of("devices that come back", "/s", rates).printBeside(floor);
    }

    /// All lose their connection and come back: devices a second.
    private static double returning(Crowd crowd) {
        crowd.drop();
        long begin = System.nanoTime();
        crowd.connect(DEVICES);
        return DEVICES / ((System.nanoTime() - begin) / 1e9);
    }

    /// Resident KiB after a collection of garbage.
    private static long settled(ProgramProcess hub) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        for (int i = 0; i < 2; i++) {
            new ProcessBuilder(jcmd, Long.toString(hub.pid()), "GC.run")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(30, TimeUnit.SECONDS);
        }
        return hub.residentKibibytes();
    }
}
