// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.disk;

import dev.signalbox.testing.disk.DiskStep.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/// An open file on a watched disk. Writes come in two halves, so that a test meets a torn one.
final class WatchedChannel extends FileChannel {
    private final FileChannel real;
    private final Path path;
    private final DiskWatch watch;

    WatchedChannel(FileChannel real, Path path, DiskWatch watch) {
        this.real = real;
        this.path = path;
        this.watch = watch;
    }

    private void before(Kind kind) throws IOException {
        watch.before(new DiskStep(kind, path));
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        before(Kind.WRITE);
        int first = bytes.remaining() / 2;
        int written = writeAll(bytes.slice(bytes.position(), first));
        bytes.position(bytes.position() + written);
        before(Kind.HALF_WRITTEN);
        return written + writeAll(bytes);
    }

    private int writeAll(ByteBuffer bytes) throws IOException {
        int written = 0;
        while (bytes.hasRemaining()) {
            written += real.write(bytes);
        }
        return written;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        before(Kind.SYNC);
        real.force(metaData);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return real.read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        return real.read(into, offset, length);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return real.read(into, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public FileChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer bytes, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
