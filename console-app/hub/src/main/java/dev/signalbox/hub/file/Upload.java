// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// One file on its way from a device: in one piece, or in blocks that are put together at the end. What its methods
/// return are paths in a folder of its own, and nothing a device says becomes part of a path.
public final class Upload {
    public static final int LONGEST_NAME = 1024;

    /// Bytes of one file.
    public static final long LARGEST = 1024L * 1024 * 1024;

    /// Requests that bring a part of one file.
    public static final int MOST_PARTS = 2000;

    private static final String CONTENT = "content";

    private final UUID id;
    private final Ticket ticket;
    private final Path folder;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicInteger parts = new AtomicInteger();

    /// Who may write what, and until when.
    ///
    /// @param signature secret; whoever shows it may write this file
    public record Ticket(DeviceId device, String name, String signature, Instant until) {
        /// Without the signature.
        @Override
        public String toString() {
            return "upload of " + name + " by " + device;
        }
    }

    Upload(UUID id, Ticket ticket, Path folder) {
        this.id = id;
        this.ticket = ticket;
        this.folder = folder;
    }

    /// IoT Hub's correlation id.
    public UUID id() {
        return id;
    }

    public Ticket ticket() {
        return ticket;
    }

    /// Where the next part may be written, before it gets its place. Throws `file.too-large` when all parts so far and
    /// this one are more than a file and a second try at it.
    public Path part(long length) {
        if (length > LARGEST || parts.incrementAndGet() > MOST_PARTS || taken.addAndGet(length) > 2 * LARGEST) {
            throw new ProblemException(FileProblems.tooLarge());
        }
        return folder.resolve("part-" + UUID.randomUUID());
    }

    /// Makes a part the whole file. Waits for the disk.
    public void isContent(Path part) {
        move(part, content());
    }

    /// Makes a part a block. Waits for the disk.
    public void isBlock(Path part, BlockId block) {
        move(part, folder.resolve(block.fileName()));
    }

    /// Puts blocks together. Waits for the disk.
    public void join(List<BlockId> blocks) {
        Path whole = folder.resolve("part-" + UUID.randomUUID());
        try (var out = FileChannel.open(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (BlockId block : blocks) {
                append(folder.resolve(block.fileName()), out);
            }
        } catch (NoSuchFileException missing) {
            delete(whole);
            throw new ProblemException(FileProblems.badBlocks("it names one that was not put"), missing);
        } catch (IOException refused) {
            delete(whole);
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
        isContent(whole);
        blocks.forEach(block -> delete(folder.resolve(block.fileName())));
    }

    /// Whether the whole file is here.
    public boolean isWritten() {
        return Files.isRegularFile(content());
    }

    /// Bytes of all parts so far.
    public long taken() {
        return taken.get();
    }

    /// Bytes of the whole file, when it is here.
    public long size() {
        return content().toFile().length();
    }

    Path folder() {
        return folder;
    }

    Path content() {
        return folder.resolve(CONTENT);
    }

    private static void append(Path block, FileChannel out) throws IOException {
        try (var in = FileChannel.open(block)) {
            long size = in.size();
            if (out.position() + size > LARGEST) {
                throw new ProblemException(FileProblems.tooLarge());
            }
            for (long done = 0; done < size; ) {
                done += in.transferTo(done, size - done, out);
            }
        }
    }

    private static void move(Path part, Path to) {
        try {
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException ended) {
            throw new ProblemException(FileProblems.uploadNotKnown(), ended);
        } catch (IOException refused) {
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
    }

    private static void delete(Path file) {
        var _ = file.toFile().delete();
    }
}
