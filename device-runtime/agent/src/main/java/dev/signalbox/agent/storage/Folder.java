// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A folder only this user may read (0700), with files that are written whole: to a temporary name, synced, renamed.
public final class Folder {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path path;

    private Folder(Path path) {
        this.path = path;
    }

    /// Opens or makes the folder; throws DiskRefused, as all that is done in it, when the disk does not let us. It
    /// opens on a disk that takes nothing, if it is there.
    public static Folder at(Path path) {
        try {
            Files.createDirectories(path);
            if (!Files.getPosixFilePermissions(path).equals(PRIVATE)) {
                Files.setPosixFilePermissions(path, PRIVATE);
            }
            return new Folder(path);
        } catch (IOException refused) {
            throw DiskRefused.at(path, refused);
        }
    }

    public Path path() {
        return path;
    }

    public Folder in(String name) {
        return at(path.resolve(name));
    }

    public Optional<byte[]> read(String name) {
        Path file = path.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException refused) {
            throw DiskRefused.at(file, refused);
        }
    }

    /// The file has the new content when this returns, also after a power cut; never half of it. What a disk did not
    /// take whole takes no room on it.
    public void write(String name, byte[] content) {
        Path file = path.resolve(name);
        Path temporary = path.resolve(name + ".new");
        try (var channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            try {
                fill(channel, temporary, content);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException refused) {
                Files.deleteIfExists(temporary);
                throw refused;
            }
            syncNames();
        } catch (IOException refused) {
            throw DiskRefused.at(file, refused);
        }
    }

    private static void fill(FileChannel channel, Path file, byte[] content) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /// Whether the file has exactly this content.
    public boolean holds(String name, byte[] content) {
        return read(name).filter(there -> Arrays.equals(there, content)).isPresent();
    }

    /// Gets a file that cannot be used out of the way, under a name that says when; returns that name.
    public String moveAside(String name) {
        String aside = name + ".damaged-" + STAMP.format(Instant.now());
        try {
            Files.move(path.resolve(name), path.resolve(aside), StandardCopyOption.ATOMIC_MOVE);
            return aside;
        } catch (IOException refused) {
            throw DiskRefused.at(path.resolve(name), refused);
        }
    }

    /// A file only this user may read (0600), made empty if it is missing.
    public Path privateFile(String name) {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException refused) {
            throw DiskRefused.at(file, refused);
        }
    }

    /// Gives a file its name once all of it is on the disk, also after a power cut.
    public void rename(String from, String to) {
        Path file = path.resolve(from);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
            Files.move(file, path.resolve(to), StandardCopyOption.ATOMIC_MOVE);
            syncNames();
        } catch (IOException refused) {
            throw DiskRefused.at(file, refused);
        }
    }

    /// What is in it.
    public Set<String> names() {
        try (var names = Files.list(path)) {
            return names.map(name -> name.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException refused) {
            throw DiskRefused.at(path, refused);
        }
    }

    /// Deletes everything in it whose name is not to be kept.
    public void deleteUnless(Predicate<String> kept) {
        try (var names = Files.list(path)) {
            for (Path one : names.filter(name -> !kept.test(name.getFileName().toString()))
                    .toList()) {
                deleteAll(one);
            }
        } catch (IOException refused) {
            throw DiskRefused.at(path, refused);
        }
    }

    private static void deleteAll(Path root) throws IOException {
        List<Path> deepestFirst;
        try (var all = Files.walk(root)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : deepestFirst) {
            Files.deleteIfExists(one);
        }
    }

    private void syncNames() throws IOException {
        try (var names = FileChannel.open(path, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
