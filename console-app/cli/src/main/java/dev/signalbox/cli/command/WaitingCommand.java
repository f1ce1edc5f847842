// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.session.Workbench;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Devices that wait to be let in. A person names one by the code that the device shows: who types it has compared it.
@Command(
        name = "waiting",
        mixinStandardHelpOptions = true,
        description = "Lists devices that wait to be let in, and decides on them.")
public final class WaitingCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists devices that wait, and those decided within a day.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<OperationView> all = workbench.provisioning().operations();
            var table = new Table("CODE", "STATE", "DEVICE", "FROM", "TOKEN", "ENDS", "");
            all.forEach(one -> table.row(
                    one.code(),
                    one.state().name().toLowerCase(Locale.ROOT),
                    one.given().or(one::wanted).map(DeviceId::value).orElse("any"),
                    one.from(),
                    one.token(),
                    one.expires().toString(),
                    warning(one)));
            output.print(all, table);
            if (workbench.provisioning().gate().closed()) {
                spec.commandLine()
                        .getErr()
                        .println(GateWords.of(workbench.provisioning().gate()));
            }
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = "Takes in no new devices until it is opened again; those that are in go on.")
    int close(@Mixin HubOption hub) {
        return gate(hub, true);
    }

    @Command(name = "open", mixinStandardHelpOptions = true, description = "Takes in new devices again.")
    int open(@Mixin HubOption hub) {
        return gate(hub, false);
    }

    private int gate(HubOption hub, boolean closed) {
        try (Workbench workbench = hub.open()) {
            print(GateWords.of(workbench.provisioning().close(closed)));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Lets in the device that shows this code.")
    int approve(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "CODE", description = "as the device shows it") String code,
            @Option(names = "--as", paramLabel = "ID", description = "the id it gets instead of the one it asks for")
                    @Nullable
                    String id,
            @Option(names = "--tag", paramLabel = "NAME=VALUE", description = "a tag; may be repeated") @Nullable
                    Map<String, String> tags,
            @Option(
                            names = "--replace",
                            description = "it takes the place of the device of that id: its keys are renewed")
                    boolean replace) {
        try (Workbench workbench = hub.open()) {
            var approval =
                    new Approval(Optional.ofNullable(id).map(Names::device), tags == null ? Map.of() : tags, replace);
            OperationView done =
                    workbench.provisioning().approve(find(workbench, code).id(), approval);
            print(done.given().map(DeviceId::value).orElse(""));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "reject",
            mixinStandardHelpOptions = true,
            description = "Sends away the device that shows this code; one that was let in loses what it got.")
    int reject(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "CODE", description = "as the device shows it") String code) {
        try (Workbench workbench = hub.open()) {
            workbench.provisioning().reject(find(workbench, code).id());
            return CommandLine.ExitCode.OK;
        }
    }

    /// The one that waits with this code, else the newest one.
    private static OperationView find(Workbench workbench, String code) {
        List<OperationView> shown = workbench.provisioning().operations().stream()
                .filter(one -> plain(one.code()).equals(plain(code)))
                .toList();
        return shown.stream()
                .filter(one -> one.state() == OperationState.WAITING)
                .findFirst()
                .or(() -> shown.stream().reduce((_, newer) -> newer))
                .orElseThrow(() -> new ProblemException(notKnown(code)));
    }

    private static String plain(String code) {
        return code.replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static String warning(OperationView one) {
        if (one.state() != OperationState.WAITING) {
            return one.decidedBy().isEmpty() ? "" : "by " + one.decidedBy();
        }
        return one.askedTwice() ? "same id asked twice" : one.wantedExists() ? "this device exists" : "";
    }

    private static Problem notKnown(String code) {
        return new Problem(
                "operation.not-known",
                "No device that asks shows the code " + code + ".",
                "Read it again from the device, and see: signalbox waiting list");
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
