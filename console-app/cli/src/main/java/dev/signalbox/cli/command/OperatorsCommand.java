// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.operator.NeededRight;
import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.OperatorChange;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.OperatorMade;
import dev.signalbox.operator.operator.OperatorState;
import dev.signalbox.operator.operator.OperatorView;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.operator.Trust;
import dev.signalbox.workbench.operator.Trusted;
import dev.signalbox.workbench.session.Workbench;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Who may manage the workspace, and whose signatures count.
@Command(
        name = "operators",
        mixinStandardHelpOptions = true,
        description = "Lists, invites and changes those who may manage the workspace.")
public final class OperatorsCommand {
    /// 128 bits.
    private static final int LEAST_DIGITS = 32;

    private static final String NAME = "its name";
    private static final String ROLE = "viewer, author, operator or owner";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all operators.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<OperatorView> all = workbench.operators().list();
            Trusted trusted = workbench.trust().inForce();
            var table = new Table("OPERATOR", "KIND", "ROLE", "STATE", "SIGNATURE", "USED", "ENDS");
            all.forEach(one -> table.row(
                    one.name(),
                    word(one.kind()),
                    one.role().word(),
                    word(one.state()),
                    trusted.believes(one.name(), one.publicKey()) ? "trusted" : "not trusted",
                    one.used().map(Instant::toString).orElse("never"),
                    one.ends().map(Instant::toString).orElse("")));
            output.print(all, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "invite",
            mixinStandardHelpOptions = true,
            description = "Lets a person in, and prints the invitation, which is good once and for a week. Give it to"
                    + " her in a way that nobody else reads.")
    int invite(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "OPERATOR", description = "a name for her") String name,
            @Option(names = "--role", paramLabel = "ROLE", required = true, description = ROLE) String role) {
        var wanted = new NewOperator(name, OperatorKind.PERSON, role(role), Optional.empty());
        return withSecret(hub, workbench -> workbench.operators().make(wanted));
    }

    @Command(
            name = "add-program",
            mixinStandardHelpOptions = true,
            description = "Lets a program in, such as a run of continuous integration, and prints its token, which is"
                    + " told this once.")
    int addProgram(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "OPERATOR", description = "a name for it") String name,
            @Option(names = "--role", paramLabel = "ROLE", required = true, description = "viewer, author or operator")
                    String role,
            @Option(
                            names = "--life",
                            paramLabel = "DURATION",
                            description = "how long the token is good, such as P30D (default: ${DEFAULT-VALUE})",
                            defaultValue = "P90D")
                    String life) {
        Instant ends = Instant.now().plus(Durations.read(life));
        var wanted = new NewOperator(name, OperatorKind.PROGRAM, role(role), Optional.of(ends));
        return withSecret(hub, workbench -> workbench.operators().make(wanted));
    }

    @Command(
            name = "renew",
            mixinStandardHelpOptions = true,
            description = "Ends what lets an operator in, and prints another invitation or token.")
    int renew(@Mixin HubOption hub, @Parameters(paramLabel = "OPERATOR", description = NAME) String name) {
        return withSecret(hub, workbench -> workbench.operators().renew(name));
    }

    private int withSecret(HubOption hub, Function<Workbench, OperatorMade> work) {
        try (Workbench workbench = hub.open()) {
            OperatorMade made = work.apply(workbench);
            boolean isProgram = made.operator().kind() == OperatorKind.PROGRAM;
            print(isProgram ? made.secret() : workbench.operators().invitation(made));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "role", mixinStandardHelpOptions = true, description = "Gives an operator another role.")
    int role(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "OPERATOR", description = NAME) String name,
            @Parameters(paramLabel = "ROLE", description = ROLE) String role) {
        return change(hub, name, before -> new OperatorChange(role(role), before.suspended()));
    }

    @Command(name = "suspend", mixinStandardHelpOptions = true, description = "Keeps an operator out for a while.")
    int suspend(@Mixin HubOption hub, @Parameters(paramLabel = "OPERATOR", description = NAME) String name) {
        return change(hub, name, before -> new OperatorChange(before.role(), true));
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Lets a suspended operator in again.")
    int resume(@Mixin HubOption hub, @Parameters(paramLabel = "OPERATOR", description = NAME) String name) {
        return change(hub, name, before -> new OperatorChange(before.role(), false));
    }

    private int change(HubOption hub, String name, UnaryOperator<OperatorChange> edit) {
        try (Workbench workbench = hub.open()) {
            OperatorView before = find(workbench, name);
            boolean suspended = before.state() == OperatorState.SUSPENDED;
            workbench.operators().change(name, edit.apply(new OperatorChange(before.role(), suspended)));
            return CommandLine.ExitCode.OK;
        }
    }

    private static OperatorView find(Workbench workbench, String name) {
        return workbench.operators().list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        "operator.not-known",
                        "There is no operator called \"" + name + "\".",
                        "See them with: signalbox operators list")));
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Takes an operator out.")
    int remove(@Mixin HubOption hub, @Parameters(paramLabel = "OPERATOR", description = NAME) String name) {
        try (Workbench workbench = hub.open()) {
            workbench.operators().remove(name);
            if (workbench.trust().inForce().keys().stream()
                    .anyMatch(key -> key.name().equals(name))) {
                print("Nodes still believe the signature of " + name + ". End that with: signalbox operators distrust "
                        + name);
            }
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "trust",
            mixinStandardHelpOptions = true,
            description = "Has nodes believe what an operator signs. Only from the first owner's console.")
    int trust(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "OPERATOR", description = NAME) String name,
            @Option(
                            names = "--fingerprint",
                            paramLabel = "DIGITS",
                            defaultValue = "",
                            description = "the key's, as the operator reads it to you; without it, it is printed")
                    String digits) {
        try (Workbench workbench = hub.open()) {
            String key = find(workbench, name).publicKey().orElseThrow(() -> new ProblemException(noKey(name)));
            String fingerprint = Ed25519.fingerprint(Ed25519.readPublic(key)).hex();
            String typed = digits.replaceAll("\\s", "");
            if (typed.length() < LEAST_DIGITS || !fingerprint.startsWith(typed)) {
                print("The key of " + name + " is " + fingerprint.substring(0, LEAST_DIGITS)
                        + ". Compare it with what session show prints for " + name
                        + ", then run this again with --fingerprint.");
                return typed.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
            }
            told(workbench.trust().believe(name, key));
            return CommandLine.ExitCode.OK;
        }
    }

    private static Problem noKey(String name) {
        return new Problem(
                "trust.no-key",
                "Operator " + name + " has shown no key yet.",
                "An operator shows one by coming in for the first time.");
    }

    @Command(
            name = "distrust",
            mixinStandardHelpOptions = true,
            description = "Has nodes believe an operator's signature no more. What they run is signed by you as well.")
    int distrust(@Mixin HubOption hub, @Parameters(paramLabel = "OPERATOR", description = NAME) String name) {
        return changeTrust(hub, trust -> trust.forget(name));
    }

    @Command(
            name = "signatures",
            mixinStandardHelpOptions = true,
            description = "Says how many operators have to sign a release before nodes believe it.")
    int signatures(@Mixin HubOption hub, @Parameters(paramLabel = "NUMBER", description = "1 to 8") int needed) {
        return changeTrust(hub, trust -> trust.setSignatures(needed));
    }

    private int changeTrust(HubOption hub, Function<Trust, Trust.Change> work) {
        try (Workbench workbench = hub.open()) {
            told(work.apply(workbench.trust()));
            return CommandLine.ExitCode.OK;
        }
    }

    private void told(Trust.Change change) {
        change.countersigned().forEach(number -> print("You signed release " + number + " as well."));
        print("Trust document " + change.inForce().version() + " is in force.");
    }

    @Command(name = "rights", mixinStandardHelpOptions = true, description = "Lists what each role may do.")
    int rights(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<NeededRight> all = workbench.operators().rights();
            var table = new Table("ROLE", "METHOD", "PATH", "WHAT");
            all.forEach(one -> table.row(
                    Role.leastWith(one.right()).word(),
                    one.method(),
                    one.path(),
                    one.deed().isEmpty() ? "looks" : one.deed()));
            output.print(all, table);
            return CommandLine.ExitCode.OK;
        }
    }

    private static Role role(String word) {
        for (Role role : Role.values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new ProblemException(
                new Problem("operator.bad-role", "There is no role \"" + word + "\".", "Use " + ROLE + "."));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
