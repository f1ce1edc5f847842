// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli;

import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Types commands as a person would in a shell of his own, with a hub in the same folder if it is started.
final class Shell implements AutoCloseable {
    static final Path SAMPLES = Path.of("../../assets/workspace");

    /// Verbs below another verb.
    private static final Set<String> GROUPS = Set.of("letters", "step", "log");
    /// Commands that have no verbs.
    private static final Set<String> ALONE = Set.of("release", "intake");

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Optional<Hub> hub = Optional.empty();

    Shell(Path folder) {
        this.folder = folder;
    }

    void startHub() {
        hub = Optional.of(Hub.start(
                new HubConfig(folder.resolve("hub"), "127.0.0.1", 0, 0, Optional.of("demo"), Clock.systemUTC())));
    }

    Hub hub() {
        return hub.orElseThrow();
    }

    /// Runs a command on the hub; answers its exit code.
    int on(String... arguments) {
        return on(List.of(arguments));
    }

    int on(List<String> arguments) {
        var all = new ArrayList<>(arguments);
        int verb = ALONE.contains(arguments.getFirst()) ? 1 : GROUPS.contains(arguments.get(1)) ? 3 : 2;
        all.add(verb, "--hub-data=" + folder.resolve("hub"));
        all.add(verb, "--data=" + folder.resolve("console"));
        return run(all);
    }

    /// Runs a command as it is; answers its exit code.
    int run(String... arguments) {
        return run(List.of(arguments));
    }

    int run(List<String> arguments) {
        return SignalboxProgram.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    /// All that was printed so far.
    String said() {
        return out.toString();
    }

    /// All complaints since they were forgotten.
    String complained() {
        return err.toString();
    }

    void forgetComplaints() {
        err.getBuffer().setLength(0);
    }

    static List<String> with(List<String> verb, List<String> files) {
        var all = new ArrayList<>(verb);
        all.addAll(files);
        return all;
    }

    /// The sample workspace's files of a folder with an ending.
    static List<String> samples(String folder, String ending) throws IOException {
        try (var files = Files.list(SAMPLES.resolve(folder))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        hub.ifPresent(Hub::close);
    }
}
