// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.brotli.dec.BrotliInputStream;

/// Unpacks Brotli up to a bound: a few bytes can be made to unpack to more than there is memory.
final class Unpacking extends FilterInputStream {
    /// Bytes of a message's payload.
    static final long MOST = 64L << 20;

    private long left;

    /// @param most bytes to come out; then reading fails
    Unpacking(InputStream packed, long most) throws IOException {
        super(new BrotliInputStream(packed));
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        left -= Math.max(0, count);
        if (left < 0) {
            throw new IOException("it is too large unpacked");
        }
        return count;
    }

    @Override
    public long skip(long most) throws IOException {
        return read(new byte[Math.clamp(most, 0, 8192)]);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
