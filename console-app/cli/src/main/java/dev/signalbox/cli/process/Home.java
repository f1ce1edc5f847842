// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folder Signalbox was built in, and how its programs are started from there.
///
/// Each is tied to the process that started it, where `setpriv` exists: it ends even when that one is killed.
public record Home(Path folder) {
    private static final String MODULES = "console-app/desktop/target/fx";

    /// As the `signalbox` script tells it, else the current folder.
    public static Home known() {
        return new Home(Path.of(System.getProperty("signalbox.home", ""))
                .toAbsolutePath()
                .normalize());
    }

    /// The whole command line.
    public List<String> command(Program program, List<String> arguments) {
        var command = new ArrayList<String>(tie());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program.flags());
        if (program == Program.CONSOLE) {
            command.add("--module-path=" + need(folder.resolve(MODULES)));
        }
        Path cache = folder.resolve(program.jars() + ".aot");
        if (Files.isRegularFile(cache)) {
            command.add("-XX:AOTCache=" + cache);
            command.add("-Xlog:aot=off");
            command.add("-Xlog:cds=off");
        }
        command.addAll(
                List.of("-cp", need(folder.resolve(program.jars())) + File.separator + "*", program.mainClass()));
        command.addAll(arguments);
        return command;
    }

    /// Sample services and flows.
    public Path samples() {
        return need(folder.resolve("assets/workspace"));
    }

    private static List<String> tie() {
        Path setpriv = Path.of("/usr/bin/setpriv");
        return Files.isExecutable(setpriv) ? List.of(setpriv.toString(), "--pdeathsig", "TERM", "--") : List.of();
    }

    private static Path need(Path part) {
        if (!Files.isDirectory(part)) {
            throw new ProblemException(new Problem(
                    "signalbox.not-built",
                    "The folder " + part + " is missing.",
                    "Start with ./signalbox, which builds what is missing."));
        }
        return part;
    }
}
