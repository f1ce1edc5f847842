// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.disk;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A path on a watched disk.
record WatchedPath(WatchedDisk disk, Path real) implements Path {
    private Path ours(Path other) {
        return disk.path(other);
    }

    private @Nullable Path oursIfAny(@Nullable Path other) {
        return other == null ? null : ours(other);
    }

    @Override
    public FileSystem getFileSystem() {
        return disk;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return oursIfAny(real.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return oursIfAny(real.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return oursIfAny(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return ours(real.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return ours(real.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return real.startsWith(WatchedDisk.real(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return real.endsWith(WatchedDisk.real(other));
    }

    @Override
    public Path normalize() {
        return ours(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return ours(real.resolve(WatchedDisk.real(other)));
    }

    @Override
    public Path relativize(Path other) {
        return ours(real.relativize(WatchedDisk.real(other)));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public File toFile() {
        return real.toFile();
    }

    @Override
    public Path toAbsolutePath() {
        return ours(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return ours(real.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(WatchedDisk.real(other));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WatchedPath path && path.disk == disk && path.real.equals(real);
    }

    @Override
    public int hashCode() {
        return Objects.hash(real);
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
