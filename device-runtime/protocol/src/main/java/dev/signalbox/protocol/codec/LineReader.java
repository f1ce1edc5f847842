// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/// Reads lines ended by LF, however the bytes come in pieces. Holds at most one line of bounded length. For one thread.
public final class LineReader {
    private static final int AT_A_TIME = 8192;

    private final ReadableByteChannel channel;
    private final int longest;
    private final Runnable onSkipped;
    private final ByteBuffer piece = ByteBuffer.allocate(AT_A_TIME).flip();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean overlong;

    /// @param longest bytes of a line without its LF; longer ones are skipped
    /// @param onSkipped is called once for each that is, as soon as it is too long
    public LineReader(ReadableByteChannel channel, int longest, Runnable onSkipped) {
        this.channel = channel;
        this.longest = longest;
        this.onSkipped = onSkipped;
    }

    /// The next line without its LF; null at the end. What follows the last LF is no line: it was being written when
    /// its writer died.
    public byte @Nullable [] next() throws IOException {
        while (true) {
            while (piece.hasRemaining()) {
                byte[] whole = taken(piece.get());
                if (whole != null) {
                    return whole;
                }
            }
            if (channel.read(piece.clear()) < 0) {
                piece.flip();
                return null;
            }
            piece.flip();
        }
    }

    private byte @Nullable [] taken(byte one) {
        if (one != '\n') {
            add(one);
            return null;
        }
        byte[] whole = overlong ? null : line.toByteArray();
        overlong = false;
        line.reset();
        return whole;
    }

    private void add(byte one) {
        if (line.size() < longest) {
            line.write(one);
        } else if (!overlong) {
            overlong = true;
            onSkipped.run();
        }
    }
}
