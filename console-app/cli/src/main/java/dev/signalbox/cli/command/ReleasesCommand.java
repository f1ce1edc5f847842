// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.DiffText;
import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.workbench.comparison.Part;
import dev.signalbox.workbench.session.Workbench;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The releases that were made.
@Command(
        name = "releases",
        mixinStandardHelpOptions = true,
        description = "Lists the releases that were made, and tells what differs between two.")
public final class ReleasesCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all releases, the newest first.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<ReleaseSummary> all = workbench.releases().history();
            var table = new Table("RELEASE", "WHEN", "WHO", "WHY");
            all.forEach(one ->
                    table.row(Long.toString(one.number()), one.createdAt().toString(), one.createdBy(), one.note()));
            output.print(all, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description =
                    "Prints what differs between two releases: flows with values, nodes and wires, services and their"
                            + " sources. Of a secret it tells the version.")
    int compare(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "BEFORE", description = "a release; 0 for what was there before the first")
                    long before,
            @Parameters(paramLabel = "AFTER", description = "the other release") long after) {
        try (Workbench workbench = hub.open()) {
            List<Part> parts = workbench.releases().compare(before, after);
            if (parts.isEmpty()) {
                spec.commandLine().getOut().println("Nothing differs.");
            }
            DiffText.print(parts, spec.commandLine().getOut());
            return CommandLine.ExitCode.OK;
        }
    }
}
