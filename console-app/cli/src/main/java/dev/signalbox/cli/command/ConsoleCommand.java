// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.process.Display;
import dev.signalbox.cli.process.Foreground;
import dev.signalbox.cli.process.Program;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Opens the console's window.
@Command(name = "console", mixinStandardHelpOptions = true, description = "Opens the console of a hub.")
public final class ConsoleCommand implements Callable<Integer> {
    @Mixin
    private HubOption hub = new HubOption();

    @Override
    public Integer call() throws InterruptedException {
        if (!Display.isThere()) {
            throw new ProblemException(new Problem(
                    "console.no-display",
                    "There is no display to open a window on.",
                    "Run it on a desktop, or use the other commands: signalbox --help"));
        }
        return Foreground.run(
                Program.CONSOLE,
                List.of(
                        "--contact",
                        hub.contactFile().toAbsolutePath().toString(),
                        "--data",
                        hub.data().toAbsolutePath().toString()));
    }
}
