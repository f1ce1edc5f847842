// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.LogText;
import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.workbench.session.Workbench;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows log lines in the terminal.
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the nodes' log lines in colour.")
public final class LogsCommand implements Callable<Integer> {
    /// What the hub holds comes at once; a pause this long means that was all, and later lines are news.
    private static final long QUIET_MS = 700;

    private static final long ALL_MS = 4_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HubOption hub = new HubOption();

    @Option(names = "--node", paramLabel = "NODE", description = "only of this node, or of the hub: " + LogEvent.HUB)
    private @Nullable String node;

    @Option(names = "--service", paramLabel = "NAME", description = "only of this service")
    private @Nullable String service;

    @Option(names = "--level", paramLabel = "LEVEL", description = "this and worse: ${COMPLETION-CANDIDATES}")
    private LogLevel level = LogLevel.DEBUG;

    @Option(names = "--text", paramLabel = "TEXT", description = "only with this text, without regard to case")
    private String text = "";

    @Option(names = "--follow", description = "go on until Ctrl-C")
    private boolean follow;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        var bundles = new SynchronousQueue<List<LogEvent>>();
        try (Workbench workbench = hub.open();
                var _ = workbench.feeds().logs(lines -> hand(bundles, lines))) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ALL_MS);
            List<LogEvent> bundle = next(bundles, end);
            boolean read = true;
            while (bundle != null && read) {
                bundle.stream().filter(this::wanted).map(LogText::of).forEach(out::println);
                out.flush();
                read = !System.out.checkError();
                bundle = read ? next(bundles, end) : null;
            }
            return CommandLine.ExitCode.OK;
        }
    }

    private boolean wanted(LogEvent event) {
        return (node == null || node.equals(event.node()))
                && (service == null || service.equals(event.line().service()))
                && event.line().level().compareTo(level) >= 0
                && event.line().text().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private @Nullable List<LogEvent> next(SynchronousQueue<List<LogEvent>> bundles, long end)
            throws InterruptedException {
        long leftMs = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        return follow ? bundles.take() : bundles.poll(Math.min(leftMs, QUIET_MS), TimeUnit.MILLISECONDS);
    }

    private static void hand(SynchronousQueue<List<LogEvent>> bundles, List<LogEvent> lines) {
        try {
            bundles.put(lines);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
