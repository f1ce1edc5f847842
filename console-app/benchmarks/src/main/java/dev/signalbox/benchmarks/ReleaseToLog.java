// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// Press of Release to first log line, over 50 distinct edits, 2 to 6 s apart, after a fresh node start. Prints the
/// first by itself, with and without an start cache, and the node's memory before and after its first compile.
public final class ReleaseToLog {
    private static final int EDITS = 50;

    /// Long enough for the JVM to hand back what only its start needed.
    private static final Duration IDLE = Duration.ofSeconds(12);

    private ReleaseToLog() {}

    /// @param args the checkout's folder
    public static void main(String[] args) throws Exception {
        var rig = Rig.at(Path.of(args[0]));
        rig.train();
        System.out.println("without start cache:");
        measure(rig.in("plain"), 1);
        System.out.println("with start cache:");
        measure(rig.withCaches().in("cached"), EDITS);
    }

    private static void measure(Rig rig, int edits) throws Exception {
        try (var hub = rig.hub();
                var workbench = Workbench.openLocal(rig.hubFolder(), rig.consoleFolder())) {
            String token = workbench.nodes().create(new NewDevice(new DeviceId("bench"), Map.of("site", "bench")));
            try (var author = new Author(workbench);
                    var node = rig.node("node", token)) {
                LockSupport.parkNanos(IDLE.toNanos());
                System.out.printf("node idle before its first compile        %d MiB RSS%n", node.residentMebibytes());
                System.out.printf(
                        "first release, press to line              %.0f ms%n",
                        author.edit(0).lineMillis());
                System.out.printf("node after its first compile              %d MiB RSS%n", node.residentMebibytes());
                if (edits > 1) {
                    series(author, edits);
                }
                System.out.printf("node at the end                           %d MiB RSS%n", node.residentMebibytes());
                System.out.printf("hub                                       %d MiB RSS%n", hub.residentMebibytes());
            }
        }
    }

    private static void series(Author author, int edits) {
        var random = new Random(42);
        double[] line = new double[edits];
        double[] plan = new double[edits];
        for (int i = 0; i < edits; i++) {
            LockSupport.parkNanos((long) (2e9 + random.nextDouble() * 4e9));
            Author.Timing timing = author.edit(i + 1);
            line[i] = timing.lineMillis();
            plan[i] = timing.planMillis();
        }
        var planned = Figures.of("plan: read all, check every source", "ms", plan);
        planned.print();
        Figures.of("press of Release to first log line", "ms", line).printBeside(planned);
    }
}
