// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.folder;

import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The one folder that holds all of a hub. Nobody else may read it (0700), and its lock keeps a second hub out for as
/// long as the first one lives, even when that one is killed.
public final class DataFolder implements AutoCloseable {
    private static final Set<PosixFilePermission> FOR_OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> FOLDER_FOR_OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /// Makes the folder if it is missing and takes its lock.
    public static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            restrict(folder, FOLDER_FOR_OWNER);
            var channel =
                    FileChannel.open(folder.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new ProblemException(FolderProblems.inUse(folder));
            }
            return new DataFolder(folder, channel);
        } catch (IOException refused) {
            throw new ProblemException(FolderProblems.notWritable(folder, refused), refused);
        }
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /// A file that only the owner may read (0600), made empty if it is missing.
    public Path own(String name) {
        Path target = file(name);
        try {
            if (!has(name)) {
                Files.createFile(target);
            }
            restrict(target, FOR_OWNER);
            return target;
        } catch (IOException refused) {
            throw new ProblemException(FolderProblems.notWritable(target, refused), refused);
        }
    }

    public Path path() {
        return path;
    }

    public boolean has(String name) {
        return Files.isRegularFile(file(name), LinkOption.NOFOLLOW_LINKS);
    }

    public byte[] read(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException refused) {
            throw new ProblemException(FolderProblems.notReadable(file(name), refused), refused);
        }
    }

    /// Writes a file that only the owner may read (0600). A reader sees the old bytes or all of the new ones.
    public void write(String name, byte[] bytes) {
        Path target = file(name);
        Path fresh = file(name + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                restrict(fresh, FOR_OWNER);
                var buffer = java.nio.ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new ProblemException(FolderProblems.notWritable(target, refused), refused);
        }
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException refused) {
            throw new ProblemException(FolderProblems.notWritable(file(name), refused), refused);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException ended) {
            throw new ProblemException(FolderProblems.notWritable(path, ended), ended);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> to) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, to);
        }
    }
}
