// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.demo;

import dev.signalbox.cli.process.Child;
import dev.signalbox.cli.process.Children;
import dev.signalbox.cli.process.Home;
import dev.signalbox.cli.process.Program;
import dev.signalbox.cli.process.StartedHub;
import dev.signalbox.cli.terminal.Colour;
import dev.signalbox.workbench.session.Workbench;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The demo's processes. All are started by the thread that then keeps them, because they end with it.
final class Cast {
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Home home;
    private final DemoFolder folder;
    private final Children children;
    private final PrintWriter out;
    private final BlockingQueue<Role> ended = new LinkedBlockingQueue<>();

    Cast(Home home, DemoFolder folder, Children children, PrintWriter out) {
        this.home = home;
        this.folder = folder;
        this.children = children;
        this.out = out;
    }

    /// Starts the hub on free ports, and answers where it listens once it does.
    void startHub() throws InterruptedException {
        out.println("Starting the hub ...");
        var contact = StartedHub.await(start(hub(0, 0)), folder.hub(), folder.output("hub"));
        var at = contact.address();
        out.println(Colour.GREEN.paint("Hub " + contact.workspace() + " listens on https://" + at.host() + ":"
                + at.httpsPort() + " and mqtts://" + at.host() + ":" + at.mqttPort()));
    }

    void startNode(String name, String token) {
        var arguments = List.of("--data", folder.node(name).toString());
        var environment = Map.of("SIGNALBOX_TOKEN", token, "SIGNALBOX_SUPERVISED", "demo");
        start(new Role(name, Program.NODE, arguments, environment, true));
        out.println("Node " + name + " starts.");
    }

    void startConsole() {
        var arguments = List.of(
                "--contact",
                folder.hub().resolve(Workbench.CONTACT_FILE).toString(),
                "--data",
                folder.console().toString());
        start(new Role("console", Program.CONSOLE, arguments, Map.of(), false));
        out.println("The console's window opens.");
    }

    /// Starts again what ends by itself, until this is interrupted or the program ends.
    void keep() throws InterruptedException {
        while (!children.ending()) {
            Role role = ended.take();
            Thread.sleep(BREATH);
            if (role.returns() && !children.ending()) {
                out.println(Colour.YELLOW.paint(role.name() + " is started again."));
                start(role.program() == Program.HUB ? hubAgain() : role);
            }
        }
    }

    /// The hub on the ports it has: nodes and console look for it there.
    private Role hubAgain() {
        var at = Workbench.contactIn(folder.hub()).address();
        return hub(at.mqttPort(), at.httpsPort());
    }

    private Role hub(int mqttPort, int httpsPort) {
        return new Role(
                "hub",
                Program.HUB,
                List.of(
                        "--data=" + folder.hub(),
                        "--mqtt-port=" + mqttPort,
                        "--https-port=" + httpsPort,
                        "--workspace=demo"),
                Map.of(),
                true);
    }

    private Child start(Role role) {
        Path output = folder.output(role.name());
        List<String> command = home.command(role.program(), role.arguments());
        Child child = children.add(Child.aside(role.name(), command, role.environment(), output));
        var _ = child.onExit().thenAccept(process -> tellOfEnd(role, process.exitCode(), output));
        return child;
    }

    private void tellOfEnd(Role role, int exitCode, Path output) {
        if (!children.ending()) {
            String why = exitCode == 0 || exitCode > 128 ? "." : ", saying: " + Child.lastWords(output);
            out.println(Colour.YELLOW.paint(role.name() + " has ended" + why));
            ended.add(role);
        }
    }
}
