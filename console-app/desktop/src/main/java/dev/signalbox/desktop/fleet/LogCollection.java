// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.node.NodeActions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Brings what a node's own log holds into a file, one JSON object a line. The file is there when all
/// of it came.
record LogCollection(NodeActions nodes, DeviceId node) {
    /// Clocks of nodes may be ahead.
    private static final Duration AHEAD = Duration.ofDays(1);

    /// Answers how many lines came. Throws ProblemException when the node or the file does not do.
    long save(Duration span, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            long lines = write(span, part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return lines;
        } catch (IOException | UncheckedIOException unwritable) {
            throw new ProblemException(
                    new Problem(
                            "console.file-not-written",
                            "The file " + file + " could not be written: "
                                    + unwritable.getClass().getSimpleName() + ".",
                            "Choose another place, or make room there."),
                    unwritable);
        } finally {
            delete(part);
        }
    }

    private long write(Duration span, Path part) throws IOException {
        Instant now = Instant.now();
        try (var out = new Lines(Files.newOutputStream(part))) {
            nodes.log(node, now.minus(span), now.plus(AHEAD), out::add);
            return out.count;
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private static final class Lines implements AutoCloseable {
        private final OutputStream out;
        private long count;

        Lines(OutputStream out) {
            this.out = new java.io.BufferedOutputStream(out);
        }

        void add(List<LogLine> lines) {
            try {
                for (LogLine line : lines) {
                    out.write(Json.write(line));
                    out.write('\n');
                    count++;
                }
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
