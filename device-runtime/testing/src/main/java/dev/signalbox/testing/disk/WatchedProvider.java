// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.disk;

import dev.signalbox.testing.disk.DiskStep.Kind;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a watch of each step and leaves it to another provider.
final class WatchedProvider extends FileSystemProvider {
    private final FileSystemProvider real;
    private final WatchedDisk disk;
    private final DiskWatch watch;

    WatchedProvider(FileSystemProvider real, WatchedDisk disk, DiskWatch watch) {
        this.real = real;
        this.disk = disk;
        this.watch = watch;
    }

    private Path before(Kind kind, Path path) throws IOException {
        Path there = WatchedDisk.real(path);
        watch.before(new DiskStep(kind, there));
        return there;
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        Path there = before(writes ? Kind.OPEN : Kind.READ, path);
        return new WatchedChannel(real.newFileChannel(there, options, attributes), there, watch);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        var names = real.newDirectoryStream(before(Kind.READ, folder), one -> filter.accept(disk.path(one)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> all = names.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return all.hasNext();
                    }

                    @Override
                    public Path next() {
                        return disk.path(all.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                names.close();
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        Path there = WatchedDisk.real(folder);
        if (!there.toFile().exists()) {
            watch.before(new DiskStep(Kind.MAKE_FOLDER, there));
        }
        real.createDirectory(there, attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        real.delete(before(Kind.DELETE, path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        real.copy(before(Kind.READ, source), before(Kind.WRITE, target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        real.move(WatchedDisk.real(source), before(Kind.MOVE, target), options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return real.isSameFile(WatchedDisk.real(path), WatchedDisk.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(WatchedDisk.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(WatchedDisk.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(WatchedDisk.real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        V view = real.getFileAttributeView(WatchedDisk.real(path), type, options);
        return view == null || type != PosixFileAttributeView.class ? view : type.cast(watched(path, type, view));
    }

    private Object watched(Path path, Class<?> type, Object view) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().startsWith("set")) {
                before(Kind.RIGHTS, path);
            }
            return method.invoke(view, arguments);
        });
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(WatchedDisk.real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(WatchedDisk.real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(before(Kind.RIGHTS, path), attribute, value, options);
    }

    @Override
    public String getScheme() {
        return "watched-" + real.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }
}
