// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/// Counts what is written and tells of it now and then; can be stopped from another thread.
final class Counted extends FilterOutputStream {
    private static final long TELL_EVERY = 1 << 20;

    private final LongConsumer told;
    private long bytes;
    private long tell = TELL_EVERY;
    private volatile boolean stopped;

    Counted(OutputStream out, LongConsumer told) {
        super(out);
        this.told = told;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        if (stopped) {
            throw new InterruptedIOException("stopped by the person");
        }
        out.write(some, from, length);
        bytes += length;
        if (bytes >= tell) {
            tell = bytes + TELL_EVERY;
            told.accept(bytes);
        }
    }

    long bytes() {
        return bytes;
    }

    /// The next write fails.
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }
}
