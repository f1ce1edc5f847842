// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.device;

import dev.signalbox.benchmarks.Figures;
import dev.signalbox.benchmarks.Rig;
import dev.signalbox.hub.HubWithoutStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Telemetry with QoS 1 over TLS, acknowledged once it is durable: messages a second, beside the same hub with a store
/// that only says yes, and beside Mosquitto, which keeps them in memory. Targets: 0.8 of the one, 1.5 of the other. The
/// three take turns, and a ratio is that of a turn: what else the machine does then concerns all three.
public final class TelemetrySpeed {
    private static final int CONNECTIONS = 200;
    private static final int WINDOW = 100;
    private static final int EACH = 2_500;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int ROUNDS = 15;
    private static final byte[] PAYLOAD = "{\"temperature\":21.5}".repeat(10).getBytes(StandardCharsets.UTF_8);

    private TelemetrySpeed() {}

    /// @param args the checkout's folder
    public static void main(String[] args) throws Exception {
        var rig = Rig.at(Path.of(args[0]));
        var durable = rig.in("durable");
        var unstored = rig.in("unstored");
        Files.createDirectories(durable.hubFolder());
        Files.createDirectories(unstored.hubFolder());
        Devices.enter(durable.hubFolder(), CONNECTIONS);
        Devices.enter(unstored.hubFolder(), CONNECTIONS);
        try (var _ = durable.hub();
                var _ = unstored.hubBy(HubWithoutStore.class);
                var mosquitto = Mosquitto.start(rig.in("mosquitto").folder(), durable.hubFolder());
                var toDurable = new Crowd(Broker.hub("durable", durable.hubFolder()));
                var toUnstored = new Crowd(Broker.hub("the same hub without a store", unstored.hubFolder()));
                var toMosquitto = new Crowd(mosquitto.broker())) {
            measure(List.of(toDurable, toUnstored, toMosquitto));
        }
    }

    /// One broker, and how fast it was in each round.
    private record Lane(Broker broker, Sending sending, List<Double> rates) {
        static Lane to(Crowd crowd) {
            var sending = new Sending(crowd.connect(CONNECTIONS), WINDOW, PAYLOAD);
            return new Lane(crowd.broker(), sending, new ArrayList<>());
        }

        void warmUp() throws InterruptedException {
            sending.measure(EACH);
        }

        void run() throws InterruptedException {
            rates.add(sending.measure(EACH));
        }

        /// The median of its ratios to another, round by round.
        double ratio(Lane other) {
            double[] ratios = IntStream.range(0, rates.size())
                    .mapToDouble(round -> rates.get(round) / other.rates.get(round))
                    .toArray();
            return Figures.of("", "", ratios).median();
        }

        Figures figures() {
            return Figures.of(
                    "telemetry to " + broker.name(),
                    "/s",
                    rates.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private static void measure(List<Crowd> crowds) throws InterruptedException {
        List<Lane> lanes = crowds.stream().map(Lane::to).toList();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            for (Lane lane : lanes) {
                lane.warmUp();
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Lane lane : lanes) {
                lane.run();
            }
        }
        lanes.forEach(lane -> lane.figures().print());
        for (Lane floor : lanes.subList(1, lanes.size())) {
            System.out.printf(
                    "%-52s %.2f x %s%n",
                    "durable telemetry is",
                    lanes.getFirst().ratio(floor),
                    floor.broker().name());
        }
    }
}
