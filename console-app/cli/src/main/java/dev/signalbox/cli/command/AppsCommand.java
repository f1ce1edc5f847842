// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.session.Workbench;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Programs that are joined to nodes over their local sockets.
@Command(
        name = "apps",
        mixinStandardHelpOptions = true,
        description = "Lists the programs that are joined to a node, and tells them what to do.")
public final class AppsCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists a node's apps.")
    int list(@Mixin HubOption hub, @Parameters(paramLabel = "NODE", description = "its name") String node) {
        try (Workbench workbench = hub.open()) {
            var table = new Table("APP", "SINCE", "SDK");
            node(workbench, node)
                    .report()
                    .map(NodeReport::apps)
                    .orElse(List.of())
                    .forEach(app -> table.row(app.name(), app.since().toString(), app.version()));
            table.print(spec.commandLine().getOut());
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "send", mixinStandardHelpOptions = true, description = "Tells an app of a node what to do.")
    int send(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "NODE", description = "its name") String node,
            @Parameters(paramLabel = "APP", description = "its name; all of that name are told") String app,
            @Parameters(
                            paramLabel = "COMMAND",
                            description = "JSON, such as {\"open\":{\"valve\":3}}: one command and its parameters")
                    String command) {
        try (Workbench workbench = hub.open()) {
            int told = workbench.nodes().tellApp(Names.device(node), app, command);
            spec.commandLine().getOut().println(told == 1 ? "1 app was told" : told + " apps were told");
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        }
    }

    private static NodeView node(Workbench workbench, String name) {
        DeviceId id = Names.device(name);
        Optional<NodeView> known = workbench.nodes().list().stream()
                .filter(node -> node.id().equals(id))
                .findFirst();
        return known.orElseThrow(() -> new ProblemException(new Problem(
                "node.not-known",
                "The hub has no node called \"" + name + "\".",
                "See them with: signalbox nodes list")));
    }
}
