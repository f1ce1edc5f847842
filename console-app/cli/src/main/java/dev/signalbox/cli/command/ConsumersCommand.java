// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.consumer.ConsumerTokenView;
import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.session.Workbench;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Consumer tokens: what lets programs read streams.
@Command(
        name = "consumers",
        mixinStandardHelpOptions = true,
        description = "Lists, makes and deletes tokens with which programs read streams.")
public final class ConsumersCommand {
    private static final String FOR_EVER = "never";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all tokens, without their secrets.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<ConsumerTokenView> all = workbench.consumerTokens().list();
            var table = new Table("TOKEN", "CHANNELS", "ENDS", "USED", "DONE BEFORE KEY");
            all.forEach(token -> table.row(
                    token.name(),
                    channels(token),
                    token.expires().map(Instant::toString).orElse(FOR_EVER),
                    token.used().map(Instant::toString).orElse(FOR_EVER),
                    marks(token)));
            output.print(all, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "make",
            mixinStandardHelpOptions = true,
            description = "Makes a token and prints its secret, which is told this once.")
    int make(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "TOKEN", description = "a name for it") String name,
            @Option(
                            names = "--channel",
                            paramLabel = "NUMBER",
                            description = "a stream it may read; may be repeated (default: all)")
                    @Nullable
                    List<Long> channels,
            @Option(
                            names = "--life",
                            paramLabel = "DURATION",
                            description = "how long it is good, such as PT1H or P30D, or never for ever"
                                    + " (default: ${DEFAULT-VALUE})",
                            defaultValue = FOR_EVER)
                    String life) {
        try (Workbench workbench = hub.open()) {
            var wanted = new NewConsumerToken(name, channels == null ? List.of() : channels, end(life));
            print(workbench.consumerTokens().make(wanted).secret());
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Lets a token's program read no more, and forgets how far it has come.")
    int delete(@Mixin HubOption hub, @Parameters(paramLabel = "TOKEN", description = "its name") String name) {
        try (Workbench workbench = hub.open()) {
            workbench.consumerTokens().delete(name);
            return CommandLine.ExitCode.OK;
        }
    }

    private static String channels(ConsumerTokenView token) {
        return token.channels().isEmpty()
                ? "all"
                : token.channels().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String marks(ConsumerTokenView token) {
        return token.marks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(mark -> mark.getKey() + ":" + mark.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Optional<Instant> end(String life) {
        try {
            return life.equals(FOR_EVER)
                    ? Optional.empty()
                    : Optional.of(Instant.now().plus(Duration.parse(life)));
        } catch (DateTimeException | ArithmeticException bad) {
            throw new ProblemException(
                    new Problem(
                            "consumer.bad-life",
                            "\"" + life + "\" is no duration.",
                            "Write it as PT1H, P1D or P30D, or never."),
                    bad);
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
