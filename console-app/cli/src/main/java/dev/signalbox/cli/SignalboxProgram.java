// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli;

import dev.signalbox.cli.command.AppsCommand;
import dev.signalbox.cli.command.AuditCommand;
import dev.signalbox.cli.command.AuthoritiesCommand;
import dev.signalbox.cli.command.ConsoleCommand;
import dev.signalbox.cli.command.ConsumersCommand;
import dev.signalbox.cli.command.DevicesCommand;
import dev.signalbox.cli.command.FlowsCommand;
import dev.signalbox.cli.command.HubCommand;
import dev.signalbox.cli.command.IntakeCommand;
import dev.signalbox.cli.command.LogsCommand;
import dev.signalbox.cli.command.NodeCommand;
import dev.signalbox.cli.command.NodesCommand;
import dev.signalbox.cli.command.OperatorsCommand;
import dev.signalbox.cli.command.PoliciesCommand;
import dev.signalbox.cli.command.ReleaseCommand;
import dev.signalbox.cli.command.ReleasesCommand;
import dev.signalbox.cli.command.RolloutsCommand;
import dev.signalbox.cli.command.ServicesCommand;
import dev.signalbox.cli.command.SessionCommand;
import dev.signalbox.cli.command.StreamsCommand;
import dev.signalbox.cli.command.TokensCommand;
import dev.signalbox.cli.command.WaitingCommand;
import dev.signalbox.cli.demo.DemoCommand;
import dev.signalbox.cli.terminal.Failures;
import dev.signalbox.cli.training.PrepareCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `signalbox` command.
@Command(
        name = "signalbox",
        version = "Signalbox 0.1.0",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Runs small services on a fleet of machines.",
        subcommands = {
            DemoCommand.class,
            ConsoleCommand.class,
            HubCommand.class,
            NodeCommand.class,
            ServicesCommand.class,
            FlowsCommand.class,
            NodesCommand.class,
            AppsCommand.class,
            DevicesCommand.class,
            TokensCommand.class,
            WaitingCommand.class,
            PoliciesCommand.class,
            AuthoritiesCommand.class,
            StreamsCommand.class,
            ConsumersCommand.class,
            IntakeCommand.class,
            ReleaseCommand.class,
            ReleasesCommand.class,
            RolloutsCommand.class,
            LogsCommand.class,
            OperatorsCommand.class,
            SessionCommand.class,
            AuditCommand.class,
            PrepareCommand.class
        })
public final class SignalboxProgram {
    /// The command with all its verbs; 0 when it went well, 1 for a problem, 2 for a wrong use.
    public static CommandLine commandLine() {
        return Failures.explain(new CommandLine(new SignalboxProgram()));
    }

    public static void main(String[] arguments) {
        CommandLine line = commandLine();
        if (arguments.length == 0) {
            line.usage(System.out);
            System.exit(CommandLine.ExitCode.USAGE);
        }
        System.exit(line.execute(arguments));
    }
}
