// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.device.storage.AtomicFile;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The payloads that are too large for a message: each in a file of its own until it was uploaded. The name of a file
/// ends in its CRC-32C, so that a payload which the disk changed is not sent as good. Safe for use by many threads.
public final class LargePayloads {
    /// A payload with more bytes goes by file upload, as Spotflow's devices do it.
    public static final int LARGEST_IN_MESSAGE = 250_000;

    private static final Logger LOG = LoggerFactory.getLogger(LargePayloads.class);

    /// Names of before have no sum: they are as long as a UUID.
    private static final int NAME_BEFORE_SUM = 36;

    private final Path folder;
    private final List<Path> former;

    /// @param outboxFolder where the outbox is; its folder `large` has the files of the messages in it
    public LargePayloads(Path outboxFolder) {
        this.folder = outboxFolder.resolve("large");
        this.former = files(folder);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException unreadable) {
            LOG.warn("The folder {} cannot be read: {}", folder, unreadable.getMessage());
            return List.of();
        }
    }

    /// Keeps a payload; returns the name of its file once that is on disk. Throws ProblemException when the disk
    /// refuses.
    String keep(byte[] payload) {
        var crc = new CRC32C();
        crc.update(payload);
        String name = UUID.randomUUID() + ending(crc);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                AtomicFile.syncFolderOf(folder);
            }
            new AtomicFile(folder.resolve(name)).write(payload);
            return name;
        } catch (IOException refused) {
            drop(name);
            throw new ProblemException(
                    new Problem(
                            "outbox.not-written",
                            "The payload could not be written to disk: " + refused.getMessage() + ".",
                            "Make room on the device's disk; messages already in the outbox are kept."),
                    refused);
        }
    }

    private static String ending(CRC32C crc) {
        return "-%08x".formatted(crc.getValue());
    }

    /// Whether a file is as it was written. Throws IOException when it cannot be read, NoSuchFileException when it is
    /// gone.
    boolean isWhole(String name, long bytes) throws IOException {
        if (Files.size(file(name)) != bytes) {
            return false;
        }
        return name.length() <= NAME_BEFORE_SUM || name.endsWith(ending(sum(file(name))));
    }

    /// Whether the folder of the payloads can be read, so that one which cannot is at fault itself.
    boolean isReadable() {
        try (var files = Files.list(folder)) {
            return files.findAny().isPresent();
        } catch (IOException | UncheckedIOException refused) {
            return false;
        }
    }

    private static CRC32C sum(Path file) throws IOException {
        var crc = new CRC32C();
        try (var in = new CheckedInputStream(Files.newInputStream(file), crc)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return crc;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// Deletes a file whose message was not kept.
    void drop(String name) {
        delete(folder.resolve(name + ".new"));
        delete(folder.resolve(name));
    }

    /// Deletes what a crash left before its message was kept. To be called when no message of before the start waits
    /// any more. What belongs to messages in a damaged outbox that was moved aside stays with it.
    public void sweep() {
        Path outbox = folder.toAbsolutePath().getParent();
        boolean damaged = outbox != null
                && files(outbox).stream()
                        .anyMatch(file -> file.getFileName().toString().contains(".damaged"));
        if (!damaged) {
            former.forEach(LargePayloads::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            LOG.warn("The payload {} could not be deleted: {}", file, kept.getMessage());
        }
    }
}
