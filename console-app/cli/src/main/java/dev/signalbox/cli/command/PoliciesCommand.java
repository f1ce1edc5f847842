// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.policy.PolicyView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.session.Workbench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shared access policies: what back ends may do, and what lets them in.
@Command(
        name = "policies",
        mixinStandardHelpOptions = true,
        description = "Lists what back ends may do, and prints what lets them in.")
public final class PoliciesCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all policies, without their keys.")
    int list(@Mixin HubOption hub) {
        try (Workbench workbench = hub.open()) {
            var table = new Table("POLICY", "PERMISSIONS");
            workbench
                    .policies()
                    .list()
                    .forEach(policy -> table.row(policy.name(), String.join(" ", policy.permissions())));
            table.print(spec.commandLine().getOut());
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "connection-string",
            mixinStandardHelpOptions = true,
            description = "Prints a policy's connection string for back ends that speak IoT Hub, which is secret.")
    int connectionString(
            @Mixin HubOption hub, @Parameters(paramLabel = "POLICY", description = "its name") String name) {
        try (Workbench workbench = hub.open()) {
            print(workbench.policies().list().stream()
                    .filter(policy -> policy.name().equals(name))
                    .map(PolicyView::connectionString)
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(notKnown(name))));
            return CommandLine.ExitCode.OK;
        }
    }

    private static Problem notKnown(String name) {
        return new Problem(
                "policy.not-known",
                "The hub has no policy called \"" + name + "\".",
                "See them with: signalbox policies list");
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
