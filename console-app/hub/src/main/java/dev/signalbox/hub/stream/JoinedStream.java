// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/// Pieces one after the other, each opened when it is reached.
final class JoinedStream extends InputStream {
    private final Iterator<Piece> pieces;
    private InputStream now = InputStream.nullInputStream();

    /// What can be opened.
    interface Piece {
        InputStream open() throws IOException;
    }

    JoinedStream(Iterator<Piece> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = now.read(into, offset, length);
        while (count < 0 && pieces.hasNext()) {
            now.close();
            now = InputStream.nullInputStream();
            now = pieces.next().open();
            count = now.read(into, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        now.close();
    }
}
