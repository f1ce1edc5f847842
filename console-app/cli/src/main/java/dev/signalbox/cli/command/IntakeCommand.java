// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.intake.IntakeView;
import dev.signalbox.workbench.session.Workbench;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Whether the hub takes in messages.
@Command(
        name = "intake",
        mixinStandardHelpOptions = true,
        description =
                "Says whether the hub takes in messages: room on its disk, and devices that sent all they may today."
                        + " Ends with 1 while the hub takes in none.")
public final class IntakeCommand implements Callable<Integer> {
    @Mixin
    private HubOption hub = new HubOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (Workbench workbench = hub.open()) {
            IntakeView intake = workbench.intake();
            output.print(intake, table(intake));
            return intake.disk().isFull() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
        }
    }

    private static Table table(IntakeView intake) {
        var table = new Table("WHAT", "STATE");
        table.row("messages", intake.disk().isFull() ? "refused: the disk is full" : "taken in");
        table.row("free on the disk", mebibytes(intake.disk().freeBytes()));
        table.row("kept free", mebibytes(intake.disk().keptFreeBytes()));
        long most = intake.quota().messagesADay();
        table.row("messages a device and day", most == 0 ? "any number" : Long.toString(most));
        table.row("devices that reached that", Long.toString(intake.quota().devices()));
        intake.quota().reached().forEach(device -> table.row("", device));
        return table;
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
