// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.demo;

import dev.signalbox.cli.process.Children;
import dev.signalbox.cli.process.Display;
import dev.signalbox.cli.process.Home;
import dev.signalbox.cli.terminal.Colour;
import dev.signalbox.workbench.session.Workbench;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows the whole story: a hub, two nodes, a console and a sample workspace that runs.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts a hub, two nodes and the console with a sample workspace; Ctrl-C ends all of it.")
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the demo's own folder (default: ~/.local/share/signalbox/demo, or demo-NAME for samples of"
                    + " that name)")
    private @Nullable Path data;

    @Option(
            names = "--samples",
            paramLabel = "DIR",
            description = "a folder with services/ and flows/ to be run instead of the usual ones; its steps run on the"
                    + " nodes press-01 and press-02, which have the tag site=north")
    private @Nullable Path samples;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = new PrintWriter(spec.commandLine().getOut(), true);
        var folder = folder();
        var children = new Children();
        var ended = new CountDownLatch(1);
        var end = new Ending(children, out, ended);
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(end, "end demo"));
            var cast = new Cast(Home.known(), folder, children, out);
            cast.startHub();
            run(folder, cast, out);
            return CommandLine.ExitCode.OK;
        } finally {
            end.run();
        }
    }

    private DemoFolder folder() {
        String name = samples == null
                ? "demo"
                : "demo-" + samples.toAbsolutePath().normalize().getFileName();
        Path own = data == null ? Path.of(System.getProperty("user.home"), ".local/share/signalbox", name) : data;
        return new DemoFolder(own.toAbsolutePath().normalize());
    }

    private void run(DemoFolder folder, Cast cast, PrintWriter out) throws Exception {
        try (Workbench workbench = Workbench.openLocal(folder.hub(), folder.console())) {
            var sample = new Sample(workbench, samples == null ? Home.known().samples() : samples, out);
            sample.bringServicesAndFlows();
            var tokens = sample.letNodesIn();
            sample.releaseIfPending();
            tokens.forEach(cast::startNode);
            openConsole(folder, cast, out);
            out.println("For ./signalbox beside it, in another shell: export SIGNALBOX_HUB_DATA=" + folder.hub()
                    + " SIGNALBOX_CONSOLE_DATA=" + folder.console());
            out.println(Colour.DIM.paint("Log lines follow. Ctrl-C ends the demo."));
            try (var _ = workbench.feeds().nodes(new SignIns(out));
                    var _ = workbench.feeds().logs(new LogPrinter(out))) {
                cast.keep();
            }
        }
    }

    private static void openConsole(DemoFolder folder, Cast cast, PrintWriter out) {
        if (Display.isThere()) {
            cast.startConsole();
            return;
        }
        out.println("There is no display, so the console's window stays closed. To open it on a desktop:");
        out.println(
                Colour.BOLD.paint("  ./signalbox console --hub-data " + folder.hub() + " --data " + folder.console()));
    }
}
