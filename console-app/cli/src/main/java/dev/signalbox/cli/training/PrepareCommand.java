// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.training;

import dev.signalbox.cli.process.Home;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Makes the start caches of this build. `./signalbox` calls it after it has built, itself in training.
@Command(
        name = "prepare",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Makes the caches that let hub, node and console start faster.")
public final class PrepareCommand implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException, IOException {
        Home home = Home.known();
        Path folder = folderIn(home);
        try {
            new Training(home, folder).run();
            return CommandLine.ExitCode.OK;
        } finally {
            delete(folder);
        }
    }

    private static Path folderIn(Home home) {
        try {
            Files.createDirectories(home.caches());
            return Files.createTempDirectory("signalbox-training");
        } catch (IOException refused) {
            throw new ProblemException(
                    new Problem(
                            "training.no-room",
                            "The folder " + home.caches() + " cannot be written.",
                            "Make room, or give yourself the right to write there."),
                    refused);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
