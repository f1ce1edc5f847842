// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.operator.NewPassword;
import dev.signalbox.operator.operator.OperatorView;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.workbench.operator.Invitation;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The session of this console folder with a hub.
@Command(
        name = "session",
        mixinStandardHelpOptions = true,
        description = "Signs in to a hub and out of it, and says who you are there.")
public final class SessionCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Says who you are, and what you may do.")
    int show(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            OperatorView me = workbench.operators().me();
            var table = new Table("OPERATOR", "ROLE", "WORKSPACE", "TRUSTED", "KEY");
            boolean trusted = workbench.trust().inForce().believes(me.name(), me.publicKey());
            table.row(
                    me.name(),
                    me.role().word(),
                    workbench.workspace(),
                    trusted ? "yes" : "no",
                    me.publicKey()
                            .map(key -> Ed25519.fingerprint(Ed25519.readPublic(key))
                                    .hex()
                                    .substring(0, 32))
                            .orElse(""));
            output.print(me, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "join",
            mixinStandardHelpOptions = true,
            description = "Takes an invitation. From then on the console folder knows the hub.")
    int join(
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            defaultValue = HubOption.CONSOLE_FOLDER,
                            description = "console folder (default: ${DEFAULT-VALUE})")
                    Path data,
            @Option(
                            names = "--invitation-file",
                            paramLabel = "FILE",
                            description = "file with the invitation (default: it is asked for)")
                    @Nullable
                    Path file,
            @Mixin PasswordOption password) {
        String text = file == null ? PasswordOption.typed("Invitation: ") : SecretFile.read(file);
        Invitation invitation = Invitation.read(text);
        try (Workbench workbench = Workbench.join(invitation, data, password.make())) {
            welcome(workbench);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "sign-in", mixinStandardHelpOptions = true, description = "Signs in with a password.")
    int signIn(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "OPERATOR", description = "your name") String name,
            @Mixin PasswordOption password) {
        var asked = new SignIn(name, password.get("Password of " + name + ": "));
        try (Workbench workbench = Workbench.signIn(hub.contact(), hub.data(), asked)) {
            welcome(workbench);
            return CommandLine.ExitCode.OK;
        }
    }

    private void welcome(Workbench workbench) {
        OperatorView me = workbench.operators().me();
        print("You are " + me.name() + " in workspace " + workbench.workspace() + ", as "
                + me.role().word() + ".");
    }

    @Command(name = "sign-out", mixinStandardHelpOptions = true, description = "Ends this session.")
    int signOut(@Mixin HubOption hub) {
        try (Workbench workbench = hub.open()) {
            workbench.operators().signOut();
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Sets your password, and ends your other sessions.")
    int password(
            @Mixin HubOption hub,
            @Option(
                            names = "--old-password-file",
                            paramLabel = "FILE",
                            description = "file with the password so far (default: it is asked for; empty if you have"
                                    + " none)")
                    @Nullable
                    Path old,
            @Mixin PasswordOption password) {
        try (Workbench workbench = hub.open()) {
            String before = old == null ? PasswordOption.typed("Password so far: ") : SecretFile.read(old);
            workbench.operators().setPassword(new NewPassword(before, password.make()));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "use-key",
            mixinStandardHelpOptions = true,
            description = "Says that you sign with the key of this console folder from now on. The first owner has to"
                    + " trust it.")
    int useKey(@Mixin HubOption hub) {
        try (Workbench workbench = hub.open()) {
            workbench.operators().useThisKey();
            return CommandLine.ExitCode.OK;
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
