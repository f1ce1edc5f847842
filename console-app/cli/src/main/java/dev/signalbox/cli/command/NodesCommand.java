// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.node.PingView;
import dev.signalbox.operator.node.SwitchChange;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.session.Workbench;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Nodes: list, add, tags, and what lets a node in.
@Command(
        name = "nodes",
        mixinStandardHelpOptions = true,
        description = "Lists nodes, lets new ones in, sets tags, and has them do things.",
        subcommands = {StepCommand.class, NodeLogCommand.class, TapCommand.class, InjectCommand.class})
public final class NodesCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all nodes.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<NodeView> nodes = workbench.nodes().list();
            var table = new Table("NODE", "STATE", "RUNS", "TAGS");
            nodes.forEach(node -> table.row(node.id().value(), state(node), runs(node), tags(node.tags())));
            output.print(nodes, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a node known and prints a provisioning token, which is secret.",
                "It lets one machine in as this node, once, within 24 hours."
            })
    int add(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "NODE", description = "its name") String node,
            @Option(names = "--tag", paramLabel = "NAME=VALUE", description = "a tag; may be repeated")
                    Map<String, String> tags,
            @Option(
                            names = "--ca-signed",
                            description =
                                    "it shows a certificate of an authority; prints its connection string instead")
                    boolean caSigned) {
        try (Workbench workbench = hub.open()) {
            Map<String, String> given = tags == null ? Map.of() : tags;
            print(
                    caSigned
                            ? byAuthority(workbench, Names.device(node), given)
                            : workbench.nodes().create(new NewDevice(Names.device(node), given)));
            return CommandLine.ExitCode.OK;
        }
    }

    private static String byAuthority(Workbench workbench, DeviceId id, Map<String, String> tags) {
        workbench.devices().create(new NewIdentity(id, tags, new Proof(Proof.Kind.CERTIFICATE_AUTHORITY, "", "")));
        return workbench.devices().keys(ClientId.of(id)).primaryConnectionString();
    }

    @Command(name = "tags", mixinStandardHelpOptions = true, description = "Replaces all tags of a node.")
    int tags(
            @Mixin HubOption hub,
            @Parameters(index = "0", paramLabel = "NODE", description = "its name") String node,
            @Parameters(
                            index = "1..*",
                            paramLabel = "NAME=VALUE",
                            arity = "0..*",
                            description = "the tags; none clears")
                    Map<String, String> tags) {
        try (Workbench workbench = hub.open()) {
            workbench.nodes().setTags(Names.device(node), tags == null ? Map.of() : tags);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "token",
            mixinStandardHelpOptions = true,
            description = {
                "Prints a new provisioning token for a known node, which is secret.",
                "Tokens made for it before end. The machine that uses it takes the node's place."
            })
    int token(@Mixin HubOption hub, @Parameters(paramLabel = "NODE", description = "its name") String node) {
        try (Workbench workbench = hub.open()) {
            print(workbench.nodes().token(Names.device(node)));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "connection-string",
            mixinStandardHelpOptions = true,
            description = {
                "Prints a known node's connection string, which is secret.",
                "For software that speaks IoT Hub; a Signalbox node needs the trust file beside it."
            })
    int connectionString(@Mixin HubOption hub, @Parameters(paramLabel = "NODE", description = "its name") String node) {
        try (Workbench workbench = hub.open()) {
            print(workbench.nodes().connectionString(Names.device(node)));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "trust-file",
            mixinStandardHelpOptions = true,
            description = "Prints the trust file for nodes that join with a connection string; the same for all nodes.")
    int trustFile(@Mixin HubOption hub) {
        try (Workbench workbench = hub.open()) {
            print(new String(Json.write(workbench.nodes().pins()), StandardCharsets.UTF_8));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "ping",
            mixinStandardHelpOptions = true,
            description = "Says how long a node takes to answer, and how far its clock is off.")
    int ping(@Mixin HubOption hub, @Parameters(paramLabel = "NODE", description = "its name") String node) {
        try (Workbench workbench = hub.open()) {
            PingView seen = workbench.nodeActions().ping(Names.device(node));
            print(node + " answered after " + seen.roundTripMillis() + " ms; its clock is "
                    + Math.abs(seen.clockAheadMillis()) + " ms " + (seen.clockAheadMillis() < 0 ? "behind" : "ahead")
                    + "; it runs for " + Duration.ofMillis(seen.upMillis()).truncatedTo(ChronoUnit.SECONDS));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "restart",
            mixinStandardHelpOptions = true,
            description = "Ends a node's process, which its supervisor starts again. Nothing on its disk is lost.")
    int restart(@Mixin HubOption hub, @Parameters(paramLabel = "NODE", description = "its name") String node) {
        try (Workbench workbench = hub.open()) {
            print(workbench.nodeActions().restart(Names.device(node)));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "sync",
            mixinStandardHelpOptions = true,
            description = "Has a node ask for its twin and its orders again.")
    int sync(@Mixin HubOption hub, @Parameters(paramLabel = "NODE", description = "its name") String node) {
        try (Workbench workbench = hub.open()) {
            print(workbench.nodeActions().sync(Names.device(node)));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "drift",
            mixinStandardHelpOptions = true,
            description =
                    "Tells which nodes that are there run something else than what is assigned; ends with 1 if any.")
    int drift(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            Map<String, List<String>> found = DriftingNodes.of(workbench);
            var table = new Table("NODE", "DIFFERENCE");
            found.forEach((node, differences) -> differences.forEach(one -> table.row(node, one)));
            output.print(found, table);
            return found.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    @Command(
            name = "converge",
            mixinStandardHelpOptions = true,
            description = "Has nodes try again to run what is assigned to them; without a name all that differ.")
    int converge(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "NODE", arity = "0..*", description = "their names") @Nullable
                    List<String> names) {
        try (Workbench workbench = hub.open()) {
            List<String> asked =
                    names == null ? List.copyOf(DriftingNodes.of(workbench).keySet()) : names;
            for (String node : asked) {
                print(node + ": " + workbench.nodeActions().converge(Names.device(node)));
            }
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Has no step run on a node until it is enabled, over restarts. It takes releases meanwhile.")
    int disable(@Mixin HubOption hub, @Parameters(paramLabel = "NODE", description = "its name") String node) {
        return change(hub, node, SwitchChange.node(false), "is disabled");
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Has a disabled node run its steps again.")
    int enable(@Mixin HubOption hub, @Parameters(paramLabel = "NODE", description = "its name") String node) {
        return change(hub, node, SwitchChange.node(true), "is enabled");
    }

    @Command(
            name = "maintenance",
            mixinStandardHelpOptions = true,
            description = "Begins or ends a node's maintenance: no step runs, and releases wait.")
    int maintenance(
            @Mixin HubOption hub,
            @Parameters(index = "0", paramLabel = "NODE", description = "its name") String node,
            @Parameters(index = "1", paramLabel = "on|off", description = "whether it begins or ends") OnOff state) {
        boolean on = state == OnOff.on;
        return change(hub, node, SwitchChange.maintenance(on), on ? "is in maintenance" : "is out of maintenance");
    }

    /// As they are typed.
    enum OnOff {
        on,
        off
    }

    private int change(HubOption hub, String node, SwitchChange change, String words) {
        try (Workbench workbench = hub.open()) {
            NodeView now = workbench.nodeActions().change(Names.device(node), change);
            print(node + " " + words + (now.connected() ? "." : "; it hears of it when it comes."));
            return CommandLine.ExitCode.OK;
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private static String state(NodeView node) {
        String there = node.connected() ? "signed in" : "away";
        return node.switches().maintenance()
                ? there + ", in maintenance"
                : node.switches().node() ? there + ", disabled" : there;
    }

    private static String runs(NodeView node) {
        return node.report()
                .map(report -> report.running() == 0
                        ? "nothing"
                        : "release " + report.running() + ", " + report.steps().size() + " steps")
                .orElse("nothing");
    }

    private static String tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(" "));
    }
}
