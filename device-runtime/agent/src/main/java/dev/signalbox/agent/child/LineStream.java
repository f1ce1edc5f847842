// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads lines that end in LF and are not longer than a bound.
final class LineStream {
    private final InputStream bytes;
    private final int most;

    LineStream(InputStream bytes, int most) {
        this.bytes = new BufferedInputStream(bytes, 65_536);
        this.most = most;
    }

    /// The next line without its end, or null at the end of the stream. Throws IOException when it is too long.
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream(256);
        for (int b = bytes.read(); b != '\n'; b = bytes.read()) {
            if (b < 0) {
                return line.size() == 0 ? null : line.toByteArray();
            }
            if (line.size() >= most) {
                throw new IOException("A line is longer than " + most + " bytes");
            }
            line.write(b);
        }
        return line.toByteArray();
    }
}
