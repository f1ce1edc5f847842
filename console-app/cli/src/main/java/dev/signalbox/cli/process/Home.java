// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder Signalbox was built in, and how its programs are started from there.
///
/// Each is tied to the process that started it, where `setpriv` exists: it ends even when that one is killed.
///
/// @param folder the checkout
/// @param caches where start caches are kept; need not exist
public record Home(Path folder, Path caches) {
    private static final String MODULES = "console-app/desktop/target/fx";

    /// With the caches that the `signalbox` script has made.
    public static Home at(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return new Home(absolute, absolute.resolve("target").resolve("aot"));
    }

    /// As the `signalbox` script tells it, else the current folder.
    public static Home known() {
        return at(Path.of(System.getProperty("signalbox.home", "")));
    }

    /// The whole command line; with the program's start cache if it is made.
    public List<String> command(Program program, List<String> arguments) {
        StartCache cache = cache(program);
        return command(program, cache.isMade() ? cache.use() : List.of(), arguments);
    }

    /// The same without a cache.
    public List<String> plainCommand(Program program, List<String> arguments) {
        return command(program, List.of(), arguments);
    }

    /// The same for a run that leaves a new cache behind when it ends, which takes it some seconds more.
    public List<String> trainingCommand(Program program, List<String> arguments) {
        return command(program, cache(program).make(), arguments);
    }

    /// The program's cache, for this JVM and the jars as they are now.
    public StartCache cache(Program program) {
        List<Path> jars = program == Program.CONSOLE
                ? Stream.concat(jars(program.jars()).stream(), jars(MODULES).stream())
                        .toList()
                : jars(program.jars());
        return StartCache.of(caches, program, jars);
    }

    /// Sample services and flows.
    public Path samples() {
        return need(folder.resolve("assets/workspace"));
    }

    private List<String> command(Program program, List<String> options, List<String> arguments) {
        var command = new ArrayList<String>(tie());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program.flags());
        if (program == Program.CONSOLE) {
            command.add("--module-path=" + need(folder.resolve(MODULES)));
        }
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(program), program.mainClass()));
        command.addAll(arguments);
        return command;
    }

    /// Always in the same order, because a cache is good for one order only.
    private String classPath(Program program) {
        return jars(program.jars()).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private List<Path> jars(String part) {
        try (Stream<Path> files = Files.list(need(folder.resolve(part)))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new ProblemException(notBuilt(folder.resolve(part)), unreadable);
        }
    }

    private static List<String> tie() {
        Path setpriv = Path.of("/usr/bin/setpriv");
        return Files.isExecutable(setpriv) ? List.of(setpriv.toString(), "--pdeathsig", "TERM", "--") : List.of();
    }

    private static Path need(Path part) {
        if (!Files.isDirectory(part)) {
            throw new ProblemException(notBuilt(part));
        }
        return part;
    }

    private static Problem notBuilt(Path part) {
        return new Problem(
                "signalbox.not-built",
                "The folder " + part + " is missing.",
                "Start with ./signalbox, which builds what is missing.");
    }
}
