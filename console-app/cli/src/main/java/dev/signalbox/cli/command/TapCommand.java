// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TapQuestion;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.workbench.session.Workbench;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints what a wire carries while it does, one JSON object a line.
@Command(
        name = "tap",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the newest messages of a wire as they come, one JSON object a line, until Ctrl-C.",
            "How many were left out of a flood stands on the error stream."
        })
public final class TapCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 500;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HubOption hub = new HubOption();

    @Parameters(index = "0", paramLabel = "NODE", description = "the node's name")
    private String node = "";

    @Parameters(index = "1", paramLabel = "FROM", description = "where the wire begins, as flow/step")
    private String from = "";

    @Parameters(index = "2", paramLabel = "TO", description = "where it ends, as flow/step")
    private String to = "";

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "how long; 0 until Ctrl-C (default: 0)")
    private long seconds;

    @Override
    public Integer call() throws InterruptedException {
        StepAddress begin = Names.step(from);
        StepAddress end = Names.step(to);
        long began = System.nanoTime();
        try (Workbench workbench = hub.open()) {
            String after = "";
            boolean read = true;
            while (read && !isOver(began)) {
                TapPage page = workbench.nodeActions().tap(Names.device(node), new TapQuestion(begin, end, after));
                print(page, after);
                after = page.next();
                read = !System.out.checkError();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            return CommandLine.ExitCode.OK;
        }
    }

    private boolean isOver(long began) {
        return seconds > 0 && System.nanoTime() - began > TimeUnit.SECONDS.toNanos(seconds);
    }

    private void print(TapPage page, String after) {
        PrintWriter err = spec.commandLine().getErr();
        if (page.anew() && !after.isEmpty()) {
            err.println("The tap was interrupted.");
        }
        if (page.leftOut() > 0) {
            err.printf("%,d messages left out.%n", page.leftOut());
        }
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        page.messages().stream().map(Json::writeText).forEach(out::println);
        out.flush();
    }
}
