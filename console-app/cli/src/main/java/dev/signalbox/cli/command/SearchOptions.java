// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.stream.MessageSearch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which messages of a stream to show.
final class SearchOptions {
    @Option(names = "--from", paramLabel = "KEY", description = "the key to look from")
    private @Nullable Long from;

    @Option(names = "--device", paramLabel = "ID", description = "only of this device")
    private @Nullable String device;

    @Option(names = "--text", paramLabel = "TEXT", description = "only with this text, without regard to case")
    private String text = "";

    /// @param next the key that comes next in the stream
    MessageSearch search(int most, long next) {
        boolean all = device == null && text.isEmpty();
        long begin = from != null ? from : all ? Math.max(0, next - most) : 0;
        return new MessageSearch(begin, most, Optional.ofNullable(device).map(SearchOptions::id), text);
    }

    private static DeviceId id(String name) {
        try {
            return new DeviceId(name);
        } catch (IllegalArgumentException bad) {
            throw new ProblemException(
                    new Problem("device.bad-id", bad.getMessage() + ".", "Look at the list of nodes."), bad);
        }
    }
}
