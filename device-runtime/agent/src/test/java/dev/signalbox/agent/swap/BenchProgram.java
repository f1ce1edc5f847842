// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.protocol.report.LogLine;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A bench as a program of its own, with the memory a node has. Prints what the node logs and the states of its steps.
///
/// Arguments: a folder, the number of the release to run, and the kinds of bad services in it; without a number it
/// runs what the folder holds.
final class BenchProgram {
    private BenchProgram() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        var hub = new HubTable(key(folder.resolve("owner.key")));
        hub.properties = Map.of("timeoutSeconds", "1");
        var bench = new Bench(folder.resolve("node"), hub, Duration.ZERO, BenchProgram::print) {
            @Override
            public void changed(dev.signalbox.agent.step.StepHost step) {
                super.changed(step);
                System.out.println("STATE " + step.plan().address().step() + " "
                        + step.report().state());
            }
        };
        Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
        if (args.length > 1) {
            var sources = new ArrayList<>(BadServices.good());
            List.of(args).subList(2, args.length).forEach(kind -> sources.add(BadServices.source(kind)));
            bench.run(Long.parseLong(args[1]), sources.toArray(String[]::new));
        }
        new CountDownLatch(1).await();
    }

    static void print(LogLine line) {
        if (!line.step().endsWith("LogFlood")) {
            System.out.println(line.text() + " [" + line.faultCode() + "]");
        }
    }

    private static KeyPair key(Path file) throws IOException, ClassNotFoundException {
        if (!Files.exists(file)) {
            try (var out = new ObjectOutputStream(Files.newOutputStream(file))) {
                out.writeObject(new HubTable().owner);
            }
        }
        try (var in = new ObjectInputStream(Files.newInputStream(file))) {
            return (KeyPair) in.readObject();
        }
    }
}
