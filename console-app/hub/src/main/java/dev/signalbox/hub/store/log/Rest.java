// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What stands behind the end of the log when a hub starts.
final class Rest {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final int AHEAD = 1 << 21;

    private Rest() {}

    /// What follows the end was being written when the hub stopped, and most likely nobody was told that it is stored.
    /// It is put aside all the same: a damaged disk looks like that too. Returns how many messages are whole there.
    static long cut(LogEnd end) {
        Path file = end.segment().file();
        if (!Files.exists(file)) {
            return 0;
        }
        long behind = 0;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long rest = channel.size() - end.bytes();
            if (rest >= BlockFile.BLOCK || !isZero(channel, end.bytes())) {
                behind = behind(end);
                Path aside = file.resolveSibling(file.getFileName() + ".rest-" + end.bytes());
                putAside(channel.position(end.bytes()), aside);
                LOG.warn(
                        "{} bytes at the end of {} were not finished, with {} whole messages; they are in {}.",
                        rest,
                        file,
                        behind,
                        aside);
            }
            channel.truncate(end.bytes()).force(true);
        } catch (IOException refused) {
            throw new ProblemException(
                    StoreProblems.failed(file.toString(), String.valueOf(refused.getMessage())), refused);
        }
        return behind;
    }

    private static long behind(LogEnd end) throws IOException {
        long messages = 0;
        try (var frames = new Frames(new ReadWindow(end.segment().file(), AHEAD, true))) {
            Optional<LogFrame> next = frames.behind(end.place(), frames.size());
            while (next.isPresent()) {
                messages += next.get().messages().map(Rest::count).orElse(0L);
                next = frames.behind(next.get().end(), frames.size());
            }
        }
        return messages;
    }

    private static long count(RawMessages messages) {
        long many = 0;
        try {
            while (messages.next()) {
                many++;
            }
        } catch (IllegalStateException onlyLooksLikeAFrame) {
            LOG.debug("a frame that is put aside cannot be read to its end", onlyLooksLikeAFrame);
        }
        return many;
    }

    private static void putAside(FileChannel rest, Path to) throws IOException {
        Files.copy(Channels.newInputStream(rest), to, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Whether the last block is only filled up, as it always is.
    private static boolean isZero(FileChannel channel, long from) throws IOException {
        ByteBuffer rest = ByteBuffer.allocate(BlockFile.BLOCK);
        BlockFile.fill(channel, rest, from);
        return rest.flip().mismatch(ByteBuffer.allocate(rest.remaining())) < 0;
    }
}
