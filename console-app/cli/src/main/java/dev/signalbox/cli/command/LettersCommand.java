// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.stream.ClearingView;
import dev.signalbox.operator.stream.ClearingWay;
import dev.signalbox.operator.stream.DeadLetters;
import dev.signalbox.operator.stream.DeadLetters.ReasonCount;
import dev.signalbox.operator.stream.NewClearing;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.session.Workbench;
import dev.signalbox.workbench.stream.Streams;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Dead letters, and how they leave.
@Command(
        name = "letters",
        mixinStandardHelpOptions = true,
        description = "Counts dead letters by reason, sends them again, and discards them.")
public final class LettersCommand {
    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Counts dead letters by reason.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            DeadLetters letters = workbench.streams().deadLetters();
            var table = new Table("REASON", "LETTERS");
            letters.reasons().forEach(one -> table.row(one.reason(), Long.toString(one.letters())));
            if (letters.more()) {
                table.row("and more", "");
            }
            output.print(letters, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "again",
            mixinStandardHelpOptions = true,
            description = "Has dead letters sorted anew by the rules of now, and waits until they are.")
    int again(@Mixin HubOption hub, @Mixin LetterChoice choice) {
        try (Workbench workbench = hub.open()) {
            ClearingView done = clear(workbench.streams(), choice.wanted(ClearingWay.SEND_AGAIN));
            print(done.done() - done.stayed() + " sent again, " + done.stayed() + " dead letters still");
            return done.stayed() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description = "Forgets dead letters for good. Says how many that are, and does it with --yes.")
    int discard(
            @Mixin HubOption hub,
            @Mixin LetterChoice choice,
            @Option(names = "--yes", description = "they are to be forgotten") boolean yes) {
        try (Workbench workbench = hub.open()) {
            NewClearing wanted = choice.wanted(ClearingWay.DISCARD);
            if (!yes) {
                throw new ProblemException(notConfirmed(many(workbench.streams(), wanted)));
            }
            print(clear(workbench.streams(), wanted).done() + " discarded");
            return CommandLine.ExitCode.OK;
        }
    }

    private static String many(Streams streams, NewClearing wanted) {
        if (!wanted.keys().isEmpty()) {
            return Integer.toString(wanted.keys().size());
        }
        DeadLetters letters = streams.deadLetters();
        long many = letters.reasons().stream()
                .filter(one -> one.reason().equals(wanted.reason()))
                .mapToLong(ReasonCount::letters)
                .sum();
        return letters.more() ? "at least " + many : Long.toString(many);
    }

    private static ClearingView clear(Streams streams, NewClearing wanted) {
        ClearingView now = streams.clear(wanted);
        while (now.running()) {
            LockSupport.parkNanos(LOOK_NANOS);
            now = streams.deadLetters().clearing().orElse(now);
        }
        return now;
    }

    private static Problem notConfirmed(String many) {
        return new Problem(
                "letters.not-confirmed",
                "This would forget " + many + " dead letters for good.",
                "If that is meant, say it again with --yes.");
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
