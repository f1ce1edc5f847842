// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.workspace;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.flow.FlowFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Reads services and flows from files: `Name.java` with an optional `Name.json` beside it that says description and
/// properties, and a flow as one JSON file.
public final class WorkspaceFiles {
    private WorkspaceFiles() {}

    /// The source with what stands beside it.
    public static ServiceFile service(Path source) {
        String file = name(source);
        int dot = file.lastIndexOf('.');
        String name = dot < 0 ? file : file.substring(0, dot);
        String ending = dot < 0 ? "" : file.substring(dot + 1);
        if (!ending.equals("java") && !ending.equals("py")) {
            throw new ProblemException(new Problem(
                    "file.no-service",
                    "The file " + source + " is no service.",
                    "Give files that end in .java or .py."));
        }
        Path about = source.resolveSibling(name + ".json");
        ServiceFile.About said =
                Files.exists(about) ? Json.read(read(about), ServiceFile.About.class) : ServiceFile.About.NOTHING;
        return new ServiceFile(name, ServiceFile.language(ending), said, read(source));
    }

    /// The services of a workspace's folder, by name.
    public static List<ServiceFile> services(Path workspace) {
        Path folder = workspace.resolve("services");
        return Stream.of(".java", ".py")
                .flatMap(ending -> in(folder, ending).stream())
                .sorted()
                .map(WorkspaceFiles::service)
                .toList();
    }

    /// A flow; members it leaves out are empty.
    public static Flow flow(Path file) {
        return FlowFile.read(file);
    }

    /// The files of a folder with that ending, by name.
    public static List<Path> in(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new ProblemException(unreadable(folder), unreadable);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ProblemException(unreadable(file), unreadable);
        }
    }

    private static Problem unreadable(Path file) {
        return new Problem(
                "file.not-readable", file + " is not there or cannot be read.", "Check its name and your rights.");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
