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
        Path folder = home.caches().resolveSibling("training");
        makeRoom(home.caches(), folder);
        new Training(home, folder).run();
        delete(folder);
        return CommandLine.ExitCode.OK;
    }

    /// An earlier run may have been interrupted, or have failed and left its output for a person to read.
    private static void makeRoom(Path caches, Path folder) {
        try {
            delete(folder);
            Files.createDirectories(caches);
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new ProblemException(
                    new Problem(
                            "training.no-room",
                            "The folder " + folder + " cannot be written.",
                            "Make room, or give yourself the right to write there."),
                    refused);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
