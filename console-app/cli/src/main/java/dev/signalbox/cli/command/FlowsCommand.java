// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Colour;
import dev.signalbox.cli.terminal.Table;
import dev.signalbox.cli.workspace.Upload;
import dev.signalbox.cli.workspace.WorkspaceFiles;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.workbench.flow.FlowFile;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Flows: list, enable, disable, push, export.
@Command(name = "flows", mixinStandardHelpOptions = true, description = "Lists and stores flows.")
public final class FlowsCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all flows.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<Flow> flows = workbench.flows().list();
            Set<String> off = Set.copyOf(workbench.flows().disabled());
            var table = new Table("FLOW", "STATE", "STEPS", "WIRES", "DESCRIPTION");
            flows.forEach(flow -> table.row(
                    flow.name(),
                    off.contains(flow.name()) ? "disabled" : "enabled",
                    String.valueOf(flow.steps().size()),
                    String.valueOf(flow.wires().size()),
                    flow.description()));
            output.print(flows, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Has no step of a flow run on any node until it is enabled, over restarts and releases.")
    int disable(@Mixin HubOption hub, @Parameters(paramLabel = "FLOW", description = "its name") String flow) {
        return enable(hub, flow, false);
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Has a disabled flow run again.")
    int enable(@Mixin HubOption hub, @Parameters(paramLabel = "FLOW", description = "its name") String flow) {
        return enable(hub, flow, true);
    }

    private int enable(HubOption hub, String flow, boolean on) {
        try (Workbench workbench = hub.open()) {
            var _ = workbench.flows().enable(flow, on);
            spec.commandLine().getOut().println("Flow " + flow + (on ? " is enabled" : " is disabled"));
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes flows as JSON files, without secrets; all of them when none is named.")
    int export(
            @Mixin HubOption hub,
            @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "where the files go") Path to,
            @Parameters(paramLabel = "FLOW", arity = "0..*", description = "their names") List<String> names) {
        try (Workbench workbench = hub.open()) {
            List<String> wanted = names == null || names.isEmpty()
                    ? workbench.flows().list().stream().map(Flow::name).toList()
                    : names;
            for (String name : wanted) {
                Path file = FlowFile.write(workbench.flows().open(name), to.resolve(name + ".json"));
                spec.commandLine().getOut().println("Flow " + name + " written to " + file);
            }
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "push", mixinStandardHelpOptions = true, description = "Stores flows from JSON files.")
    int push(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "flows as JSON") List<Path> files) {
        try (Workbench workbench = hub.open()) {
            var upload = new Upload(workbench);
            for (Path file : files) {
                Flow stored = upload.push(WorkspaceFiles.flow(file));
                spec.commandLine().getOut().println("Flow " + stored.name() + " stored");
                warn(stored.name(), upload.lacking(stored));
            }
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        }
    }

    /// Beside the output, which programs read.
    private void warn(String flow, List<String> lacking) {
        if (!lacking.isEmpty()) {
            var err = spec.commandLine().getErr();
            err.println(Colour.YELLOW.paint("warning: " + flow + " cannot be released before the hub has "
                    + String.join(", ", lacking) + ": signalbox services push FILE"));
            err.flush();
        }
    }
}
