// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads lines that end in LF and are not longer than a bound.
final class LineStream {
    private final InputStream bytes;
    private final int most;
    private final byte[] chunk = new byte[65_536];
    private int from;
    private int to;

    LineStream(InputStream bytes, int most) {
        this.bytes = bytes;
        this.most = most;
    }

    /// The next line without its end, or null at the end of the stream. Throws IOException when it is too long.
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream(256);
        while (from < to || readsMore()) {
            int end = end();
            if (line.size() + end - from > most) {
                throw new IOException("A line is longer than " + most + " bytes");
            }
            line.write(chunk, from, end - from);
            from = end + 1;
            if (end < to) {
                return line.toByteArray();
            }
        }
        return line.size() == 0 ? null : line.toByteArray();
    }

    private boolean readsMore() throws IOException {
        from = 0;
        to = bytes.read(chunk);
        return to > 0;
    }

    private int end() {
        int at = from;
        while (at < to && chunk[at] != '\n') {
            at++;
        }
        return at;
    }
}
