// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.LogText;
import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.session.Workbench;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The log that a node keeps itself, and what of it the hub gets.
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Reads the log that a node keeps itself, and says what of it the hub gets.")
public final class NodeLogCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "read",
            mixinStandardHelpOptions = true,
            description = "Prints what a node's own log holds of a span; it keeps the last 12 to 16 MiB.")
    int read(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "NODE", description = "its name") String node,
            @Option(
                            names = "--from",
                            paramLabel = "TIME",
                            defaultValue = "PT1H",
                            description = "a time such as 2026-11-22T10:00:00Z, or how long ago (default: PT1H)")
                    String from,
            @Option(
                            names = "--until",
                            paramLabel = "TIME",
                            defaultValue = "PT0S",
                            description = "the same; what is later is left out (default: now)")
                    String until) {
        Instant begin = time(from);
        Instant end = time(until);
        PrintWriter out = spec.commandLine().getOut();
        try (Workbench workbench = hub.open()) {
            workbench
                    .nodeActions()
                    .log(
                            Names.device(node),
                            begin,
                            end,
                            lines -> lines.stream()
                                    .map(line -> LogText.dated(new LogEvent(node, line)))
                                    .forEach(out::println));
            out.flush();
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "level",
            mixinStandardHelpOptions = true,
            description = {
                "Says which lines of a node the hub gets for a while; then it gets all again.",
                "The node's own log has them all."
            })
    int level(
            @Mixin HubOption hub,
            @Parameters(index = "0", paramLabel = "NODE", description = "its name") String node,
            @Parameters(index = "1", paramLabel = "LEVEL", description = "this and worse: ${COMPLETION-CANDIDATES}")
                    LogLevel level,
            @Option(names = "--step", paramLabel = "FLOW/STEP", description = "only of this step") String step,
            @Option(
                            names = "--for",
                            paramLabel = "DURATION",
                            defaultValue = "PT1H",
                            description = "how long, such as PT30M, up to P7D; PT0S ends it (default: PT1H)")
                    String span) {
        try (Workbench workbench = hub.open()) {
            String done = workbench
                    .nodeActions()
                    .logLevel(Names.device(node), Optional.ofNullable(step).map(Names::step), level, duration(span));
            spec.commandLine().getOut().println(done);
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        }
    }

    private static Instant time(String text) {
        try {
            return text.startsWith("P") ? Instant.now().minus(Duration.parse(text)) : Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new ProblemException(
                    new Problem(
                            "time.malformed",
                            "\"" + text + "\" is no time.",
                            "Write one such as 2026-11-22T10:00:00Z, or PT2H for two hours ago."),
                    malformed);
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException malformed) {
            throw new ProblemException(
                    new Problem(
                            "duration.malformed",
                            "\"" + text + "\" is no duration.",
                            "Write one such as PT30M for half an hour, or P1D for a day."),
                    malformed);
        }
    }
}
