// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.demo;

import dev.signalbox.cli.process.Child;
import dev.signalbox.cli.process.Children;
import dev.signalbox.cli.process.Home;
import dev.signalbox.cli.process.Program;
import dev.signalbox.cli.terminal.Colour;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.session.Workbench;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The demo's processes. All are started by the thread that then waits, because they end with it.
final class Cast {
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final Home home;
    private final DemoFolder folder;
    private final Children children;
    private final PrintWriter out;
    private @Nullable Child hub;

    Cast(Home home, DemoFolder folder, Children children, PrintWriter out) {
        this.home = home;
        this.folder = folder;
        this.children = children;
        this.out = out;
    }

    void startHub() throws InterruptedException {
        out.println("Starting the hub ...");
        Child started = start(
                Program.HUB,
                "hub",
                List.of(
                        "--data",
                        folder.hub().toString(),
                        "--mqtt-port",
                        "0",
                        "--https-port",
                        "0",
                        "--workspace",
                        "demo"),
                Map.of());
        hub = started;
        HubContact contact = awaitContact(started);
        var at = contact.address();
        out.println(Colour.GREEN.paint("Hub " + contact.workspace() + " listens on https://" + at.host() + ":"
                + at.httpsPort() + " and mqtts://" + at.host() + ":" + at.mqttPort()));
    }

    void startNode(String name, String token) {
        start(Program.NODE, name, List.of("--data", folder.node(name).toString()), Map.of("SIGNALBOX_TOKEN", token));
        out.println("Node " + name + " starts.");
    }

    void startConsole() {
        start(
                Program.CONSOLE,
                "console",
                List.of(
                        "--contact",
                        folder.hub().resolve(Workbench.CONTACT_FILE).toString(),
                        "--data",
                        folder.console().toString()),
                Map.of());
        out.println("The console's window opens.");
    }

    void untilTheHubEnds() throws InterruptedException {
        if (hub != null) {
            hub.await();
        }
    }

    private Child start(Program program, String name, List<String> arguments, Map<String, String> environment) {
        Path output = folder.output(name);
        Child child = children.add(Child.aside(name, home.command(program, arguments), environment, output));
        var _ = child.onExit().thenAccept(ended -> tellOfEnd(ended, output));
        return child;
    }

    private void tellOfEnd(Child ended, Path output) {
        if (children.ending()) {
            return;
        }
        if (ended.exitCode() == 0) {
            out.println(ended.name() + " has ended.");
        } else {
            out.println(Colour.RED.paint(ended.name() + " has ended with exit code " + ended.exitCode() + ":"));
            out.println(Child.lastWords(output));
        }
    }

    /// The contact file is this hub's when it names its process.
    private HubContact awaitContact(Child started) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end && started.alive()) {
            Optional<HubContact> contact = contact().filter(found -> found.pid() == started.pid());
            if (contact.isPresent()) {
                return contact.get();
            }
            Thread.sleep(50);
        }
        throw new ProblemException(new Problem(
                "demo.hub-not-started",
                "The demo's hub did not start. " + Child.lastWords(folder.output("hub")),
                "Its whole output is in " + folder.output("hub") + "."));
    }

    private Optional<HubContact> contact() {
        Path file = folder.hub().resolve(Workbench.CONTACT_FILE);
        return Files.exists(file) ? Optional.of(Workbench.contact(file)) : Optional.empty();
    }
}
