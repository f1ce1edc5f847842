// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A hub that was started here and gets ready.
public final class StartedHub {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private StartedHub() {}

    /// Waits until it listens, and tells where. The contact file is this hub's when it names its process.
    ///
    /// @param data the hub's data folder
    /// @param output where its words go
    public static HubContact await(Child hub, Path data, Path output) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end && hub.alive()) {
            Optional<HubContact> contact = contact(data).filter(found -> found.pid() == hub.pid());
            if (contact.isPresent()) {
                return contact.get();
            }
            Thread.sleep(50);
        }
        throw new ProblemException(new Problem(
                "process.hub-not-ready",
                "The hub did not start. " + Child.lastWords(output),
                "Its whole output is in " + output + "."));
    }

    private static Optional<HubContact> contact(Path data) {
        Path file = data.resolve(Workbench.CONTACT_FILE);
        return Files.exists(file) ? Optional.of(Workbench.contact(file)) : Optional.empty();
    }
}
