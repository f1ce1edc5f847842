// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.device.outbox.OutboxProblems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/// The payloads that are too large for a message: each in a file of its own until it was uploaded.
///
/// @param folder where they are; made with the first one
public record LargePayloads(Path folder) {
    /// A payload with more bytes goes by file upload, as Spotflow's devices do it.
    public static final int LARGEST_IN_MESSAGE = 250_000;

    /// Keeps a payload; returns the name of its file once that is on disk. Throws ProblemException when the disk
    /// refuses.
    String keep(byte[] payload) {
        String name = UUID.randomUUID().toString();
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            write(file, payload);
            return name;
        } catch (IOException refused) {
            throw OutboxProblems.notWritten(refused);
        }
    }

    private void write(Path file, byte[] payload) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ownersOnly(file);
            ByteBuffer rest = ByteBuffer.wrap(payload);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        } catch (IOException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static void ownersOnly(Path file) throws IOException {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException noSuchRights) {
            // Windows: the folder's rights hold
        }
    }

    /// Deletes a file whose message was not kept.
    void drop(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException kept) {
            // it is found and deleted when the outbox is opened the next time
        }
    }
}
