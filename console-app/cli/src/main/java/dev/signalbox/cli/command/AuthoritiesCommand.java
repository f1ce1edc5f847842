// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.cli.workspace.WorkspaceFiles;
import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Authorities: whose signature on a device's certificate lets the device in.
@Command(
        name = "authorities",
        mixinStandardHelpOptions = true,
        description = "Lists and enters authorities that sign devices' certificates.")
public final class AuthoritiesCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all authorities.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<AuthorityView> all = workbench.authorities().list();
            var table = new Table("AUTHORITY", "STATE", "ENDS", "SUBJECT");
            all.forEach(one -> table.row(
                    one.name(),
                    one.verified() ? "verified" : "not verified",
                    one.ends().toString(),
                    one.subject()));
            output.print(all, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Enters an authority, and prints the code that it is to sign before it lets devices in:",
                "as the common name of a certificate, for signalbox authorities verify."
            })
    int add(
            @Mixin HubOption hub,
            @Parameters(index = "0", paramLabel = "AUTHORITY", description = "a name for it") String name,
            @Parameters(index = "1", paramLabel = "FILE", description = "its certificate as PEM") Path file,
            @Option(names = "--verified", description = "vouch for it yourself; nothing is to be signed")
                    boolean verified) {
        try (Workbench workbench = hub.open()) {
            AuthorityView added =
                    workbench.authorities().add(new NewAuthority(name, WorkspaceFiles.read(file), verified));
            print(added.verified() ? added.name() + " lets devices in" : added.verificationCode());
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Shows the hub that you hold an authority's key. From then on it lets devices in.")
    int verify(
            @Mixin HubOption hub,
            @Parameters(index = "0", paramLabel = "AUTHORITY", description = "its name") String name,
            @Parameters(
                            index = "1",
                            paramLabel = "FILE",
                            description = "the certificate it signed for the code, as PEM")
                    Path file) {
        try (Workbench workbench = hub.open()) {
            print(workbench
                            .authorities()
                            .verify(name, WorkspaceFiles.read(file))
                            .name() + " lets devices in");
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Forgets an authority, and cuts off the devices it let in.")
    int delete(@Mixin HubOption hub, @Parameters(paramLabel = "AUTHORITY", description = "its name") String name) {
        try (Workbench workbench = hub.open()) {
            workbench.authorities().delete(name);
            return CommandLine.ExitCode.OK;
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
