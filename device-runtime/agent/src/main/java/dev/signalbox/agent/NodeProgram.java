// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.guard.Supervisor;
import dev.signalbox.agent.identity.Given;
import dev.signalbox.agent.identity.Joining;
import dev.signalbox.agent.identity.Member;
import dev.signalbox.agent.log.Terminal;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// The program on each machine. Runs until it is told to end (SIGTERM, Ctrl-C).
public final class NodeProgram {
    static final String VERSION = "0.1.0";

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private NodeProgram() {}

    /// @param args see `usage.txt`; the process ends with 1 when the node cannot start, 2 when it was asked wrongly
    public static void main(String[] args) throws InterruptedException {
        List<String> given = List.of(args);
        if (given.contains("--help") || given.contains("-h")) {
            System.out.print(usage());
        } else if (given.contains("--version") || given.contains("-V")) {
            System.out.println("signalbox node " + VERSION);
        } else {
            System.exit(runOrExplain(given));
        }
    }

    private static int runOrExplain(List<String> given) throws InterruptedException {
        try {
            return run(Arguments.of(given));
        } catch (ProblemException told) {
            System.err.println(told.problem());
            return told.problem().code().equals("node.usage") ? WRONG_USAGE : FAILED;
        } catch (RuntimeException unforeseen) {
            System.err.println(new Problem(
                    "node.stumbled", "The node cannot start: " + unforeseen + ".", "Look at its data folder."));
            return FAILED;
        }
    }

    private static int run(Arguments arguments) throws InterruptedException {
        Optional<Given> given = new GivenIdentity(arguments).read();
        Folder folder = Folder.at(arguments.path("--data").orElseGet(() -> defaultFolder(given)));
        try (var lock = NodeLock.on(folder)) {
            Member member = new Joining(folder, System.out).join(given);
            var socket = LocalSocket.of(
                    arguments, Optional.ofNullable(System.getenv("SIGNALBOX_LOCAL_SOCKET")), folder.path());
            Node node = Node.start(
                    member, folder, new Surface(new Terminal(System.out, coloured()), socket, Supervisor.known()));
            Runtime.getRuntime().addShutdownHook(new Thread(node::close, "end"));
            new CountDownLatch(1).await();
            return lock.isHeld() ? 0 : FAILED;
        }
    }

    /// Colours for a person at a terminal, or for whoever shows our output to one.
    private static boolean coloured() {
        return Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent()
                || System.getenv("SIGNALBOX_COLOUR") != null;
    }

    private static Path defaultFolder(Optional<Given> given) {
        String name = given.flatMap(Given::name).map(DeviceId::value).orElse("default");
        return Path.of(System.getProperty("user.home"), ".local/share/signalbox/node", name);
    }

    private static String usage() {
        try (var text = Objects.requireNonNull(NodeProgram.class.getResourceAsStream("usage.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "See the documentation.\n";
        }
    }
}
