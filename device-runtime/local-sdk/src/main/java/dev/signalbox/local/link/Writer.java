// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.link;

import dev.signalbox.local.buffer.Buffer;
import dev.signalbox.local.message.DisconnectedSdkException;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Writes what is to be written, one after the other, on a thread of its own: whoever calls or sends never waits for
/// the code that reads.
final class Writer implements Runnable {
    private static final long DISK_PAUSE_MILLIS = 1000;

    private final String app;
    private final Outgoing outgoing;
    private final Buffer buffer;

    Writer(String app, Outgoing outgoing, Buffer buffer) {
        this.app = app;
        this.outgoing = outgoing;
        this.buffer = buffer;
    }

    @Override
    public void run() {
        try {
            while (!outgoing.isClosed()) {
                step();
            }
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }

    /// A disk that fails is tried again later: what is on it may be read then.
    private void step() throws InterruptedException {
        try {
            Outgoing.Next next = outgoing.take();
            if (next != null) {
                write(next);
            }
        } catch (ProblemException disk) {
            outgoing.pause(DISK_PAUSE_MILLIS);
        }
    }

    private void write(Outgoing.Next next) {
        Urgent urgent = next.urgent();
        Buffer.Waiting message = next.message();
        try {
            if (urgent != null) {
                next.to().write(urgent.line());
                urgent.written().complete(null);
            } else if (message != null && next.receipts() && !message.id().isEmpty()) {
                next.to().write(withId(message));
            } else if (message != null) {
                next.to().write(message.message());
                buffer.left(message);
            }
        } catch (IOException lost) {
            next.to().close();
            if (urgent != null) {
                urgent.written().completeExceptionally(new DisconnectedSdkException(app));
            }
        }
    }

    /// The line ends with the braces of `data` and of the whole, so that the id can be put before them; ids need no
    /// escaping.
    private static byte[] withId(Buffer.Waiting waiting) {
        String line = new String(waiting.message(), StandardCharsets.UTF_8).stripTrailing();
        return (line.substring(0, line.length() - 2) + ",\"id\":\"" + waiting.id() + "\"}}\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
