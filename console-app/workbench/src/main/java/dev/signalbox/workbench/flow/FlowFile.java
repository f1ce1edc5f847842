// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Flows in files, one each. What goes wrong is a ProblemException that names the file.
public final class FlowFile {
    private FlowFile() {}

    /// Reads the flow of a file; no more of it than a flow can have.
    public static Flow read(Path file) {
        String text = text(file);
        try {
            return FlowText.read(text);
        } catch (ProblemException wrong) {
            Problem why = wrong.problem();
            throw new ProblemException(
                    new Problem(why.code(), "The file " + file + ": " + why.what(), why.remedy()), wrong);
        }
    }

    private static String text(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(4 * FlowText.LONGEST + 1), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ProblemException(
                    new Problem(
                            "file.not-readable",
                            file + " is not there or cannot be read.",
                            "Check its name and your rights."),
                    unreadable);
        }
    }

    /// Writes a flow in the place of what the file has; answers the file.
    public static Path write(Flow flow, Path file) {
        try {
            return Files.writeString(file, FlowText.write(flow));
        } catch (IOException refused) {
            throw new ProblemException(
                    new Problem(
                            "file.not-writable",
                            file + " cannot be written.",
                            "Check that its folder is there, your rights, and the room on the disk."),
                    refused);
        }
    }

    /// The name, or with a number the first that none of these flows has.
    public static String freeName(String name, List<Flow> flows) {
        String free = name;
        for (int number = 2; taken(free, flows); number++) {
            String end = "-" + number;
            free = name.substring(0, Math.min(name.length(), 128 - end.length())) + end;
        }
        return free;
    }

    private static boolean taken(String name, List<Flow> flows) {
        return flows.stream().anyMatch(flow -> flow.name().equalsIgnoreCase(name));
    }
}
