// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated;

import dev.signalbox.agent.child.ChildLaunch;
import dev.signalbox.agent.child.ChildProgram;
import dev.signalbox.agent.child.ChildSource;
import dev.signalbox.agent.isolated.host.ServiceProgram;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.api.CustomService;
import dev.signalbox.engine.compile.Compilation;
import dev.signalbox.protocol.codec.Json;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes programs of Java services that are to have a process of their own: a small JVM, started with
/// the Java that runs the node. It gets the service's classes over its standard input, before
/// anything else.
public final class Isolated {
    /// The protocol moves to descriptors of its own, so that what the service or a library prints, or
    /// reads, does not meet it. The process leads a group, so that it can be ended with all it
    /// started. Java is not to read options that were meant for the node.
    private static final String SHELL = "unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS;"
            + " exec 3<&0 4>&1 </dev/null >&2;"
            + " if command -v setsid >/dev/null; then exec setsid \"$@\"; fi; exec \"$@\"";

    private static final int USUAL_MEGABYTES = 256;
    private static final int LEAST_HEAP_MEGABYTES = 16;

    private final Folder folder;
    private final BooleanSupplier onTrial;

    /// @param folder in which each step has one to work in
    /// @param onTrial whether a failure is to take the node back to the release before
    public Isolated(Folder folder, BooleanSupplier onTrial) {
        this.folder = folder;
        this.onTrial = onTrial;
    }

    /// A program whose first process is started already.
    ///
    /// @param compilation one that succeeded
    /// @param packages jars that the service brings along
    public ChildProgram program(StepPlan plan, Compilation compilation, List<Path> packages) {
        var source = new ChildSource(plan.service() + ".java", false);
        return new ChildProgram(launch(plan, compilation, packages), source, onTrial).warm();
    }

    ChildLaunch launch(StepPlan plan, Compilation compilation, List<Path> packages) {
        Path own = folderOf(plan);
        var command = Stream.of(
                        List.of("sh", "-c", SHELL, "sh"),
                        java(plan, own),
                        List.of(
                                "-cp",
                                classPath(),
                                ServiceProgram.class.getName(),
                                plan.service(),
                                "" + plan.patience().toSeconds()))
                .flatMap(List::stream)
                .toList();
        return new ChildLaunch(command, Map.of(), own, Optional.of(classes(compilation, packages)));
    }

    /// Step names are equal without regard to case, folders' are not.
    private Path folderOf(StepPlan plan) {
        return folder.in(plan.address().flow().toLowerCase(Locale.ROOT))
                .in(plan.address().step().toLowerCase(Locale.ROOT))
                .path();
    }

    private static List<String> java(StepPlan plan, Path own) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms8m",
                heap(plan.properties().getOrDefault("memoryMegabytes", "")),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + own.resolve("crash.log"),
                "--enable-native-access=ALL-UNNAMED");
    }

    /// Half of what the process may have, because Java itself needs the rest; 0 is for as much as
    /// Java takes by itself.
    private static String heap(String megabytes) {
        int given = megabytes.matches("\\d{1,6}") ? Integer.parseInt(megabytes) : USUAL_MEGABYTES;
        return given == 0 ? "-XX:MaxRAMPercentage=25" : "-Xmx" + Math.max(LEAST_HEAP_MEGABYTES, given / 2) + "m";
    }

    private static String classPath() {
        return Stream.of(ServiceProgram.class, CustomService.class, JsonFactory.class)
                .map(Isolated::placeOf)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode classes(Compilation compilation, List<Path> packages) {
        ObjectNode line = Json.mapper().createObjectNode().put("op", "classes").put("main", compilation.className());
        ObjectNode bytes = line.putObject("bytes");
        compilation.classes().forEach(bytes::put);
        String jars = packages.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return line.put("packages", jars);
    }
}
