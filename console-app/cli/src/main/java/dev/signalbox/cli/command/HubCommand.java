// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.process.Foreground;
import dev.signalbox.cli.process.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// Starts the hub program, which has options and help of its own.
@Command(name = "hub", description = "Starts a hub and keeps it running until Ctrl-C. Options: signalbox hub --help")
public final class HubCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        return Foreground.run(Program.HUB, arguments);
    }
}
