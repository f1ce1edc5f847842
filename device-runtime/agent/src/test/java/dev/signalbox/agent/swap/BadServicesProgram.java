// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs bad services, one kind after the other, beside twenty good ones in the memory that a node has. Says what became
/// of each. Arguments: a folder, and the kinds, each with what is to be said of it: `kind=text`.
final class BadServicesProgram {
    private BadServicesProgram() {}

    public static void main(String[] args) {
        var hub = new HubTable();
        hub.properties = Map.of("timeoutSeconds", "1");
        var told = new Told();
        try (var bench = new Bench(Path.of(args[0]), hub, Duration.ZERO, told::add)) {
            List<String> kinds = List.of(args).subList(1, args.length);
            for (int i = 0; i < kinds.size(); i++) {
                String[] kind = kinds.get(i).split("=", 2);
                told.clear();
                var sources = new ArrayList<>(BadServices.good());
                sources.add(BadServices.source(kind[0]));
                bench.run(i + 1, sources.toArray(String[]::new));
                told.await(kind[1]);
                if (!kind[0].equals("LogFlood")) {
                    bench.awaitState(kind[0] + " QUARANTINED");
                }
                told.clear();
                told.await("ledger");
                told.await("ledger");
                System.out.println("DONE " + kind[0]);
            }
            System.out.println("ALL DONE");
        } catch (Throwable failed) {
            failed.printStackTrace(System.out);
        }
        System.exit(0);
    }
}
