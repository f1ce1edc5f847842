// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.training;

import dev.signalbox.cli.process.Child;
import dev.signalbox.cli.process.Children;
import dev.signalbox.cli.process.Home;
import dev.signalbox.cli.process.Program;
import dev.signalbox.cli.process.StartedHub;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Makes the start caches of hub, node and console: a hub, a node that fetches, compiles and runs the samples and then
/// swaps one of them, and a console whose window nobody sees. What they load and link then is in their caches.
public final class Training {
    private static final Duration LONGEST_REST = Duration.ofSeconds(20);
    private static final Duration LONGEST_WRITING = Duration.ofMinutes(5);
    private static final String NODE = "training";

    private final Home home;
    private final Path folder;

    /// @param folder empty, for all that the programs keep and say
    public Training(Home home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /// Runs all three and takes their caches; some twenty seconds on two cores. Fails with a ProblemException and
    /// leaves no process behind.
    public void run() throws InterruptedException {
        try (var children = new Children()) {
            var cast = new EnumMap<Program, Child>(Program.class);
            cast.put(Program.HUB, start(children, Program.HUB, Map.of(), "--mqtt-port=0", "--https-port=0"));
            StartedHub.await(cast.get(Program.HUB), data(Program.HUB), output(Program.HUB));
            try (var workbench = Workbench.openLocal(data(Program.HUB), data(Program.CONSOLE))) {
                var story = new Story(workbench, home.samples());
                var token = Map.of("SIGNALBOX_TOKEN", story.letIn(new DeviceId(NODE)));
                cast.put(Program.NODE, start(children, Program.NODE, token));
                cast.put(Program.CONSOLE, startConsole(children));
                story.tell();
                cast.get(Program.CONSOLE).awaitRest(LONGEST_REST);
            }
            end(cast);
        }
        List.of(Program.values()).forEach(program -> home.cache(program).keep());
    }

    private Child startConsole(Children children) {
        String contact = data(Program.HUB).resolve(Workbench.CONTACT_FILE).toString();
        var unseen = Map.of("JDK_JAVA_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
        return start(children, Program.CONSOLE, unseen, "--contact", contact);
    }

    private Child start(Children children, Program program, Map<String, String> environment, String... more) {
        var arguments =
                new java.util.ArrayList<>(List.of("--data", data(program).toString()));
        arguments.addAll(List.of(more));
        List<String> command = home.trainingCommand(program, arguments);
        return children.add(Child.aside(program.toString(), command, environment, output(program)));
    }

    /// A cache is written while its program ends, which takes longer than usual. All at once: they share the machine
    /// better than a person's patience.
    private static void end(Map<Program, Child> cast) {
        cast.values().forEach(Child::ask);
        long deadline = System.nanoTime() + LONGEST_WRITING.toNanos();
        cast.values().forEach(child -> child.end(deadline));
    }

    private Path data(Program program) {
        return folder.resolve(program.toString());
    }

    private Path output(Program program) {
        return folder.resolve(program + ".txt");
    }
}
