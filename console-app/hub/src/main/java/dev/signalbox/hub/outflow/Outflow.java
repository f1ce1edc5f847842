// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.outflow;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a stream of bytes to one who asked for it, no faster than he takes it. A browser saves it and never runs it.
public final class Outflow {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final int AT_ONCE = 64 << 10;
    /// Who takes nothing for so long has gone, or wants to hold on to what is read for him.
    private static final int LONGEST_SECONDS = 60;

    private Outflow() {}

    /// Sends all and closes the stream; ends the connection in the middle where it cannot be read any more, so
    /// that nobody takes a part for the whole. Waits for the disk and for whoever takes it, so it belongs on a
    /// thread that may.
    public static void send(HttpServerResponse response, InputStream bytes) {
        response.setChunked(true)
                .putHeader("Content-Type", "application/octet-stream")
                .putHeader("Content-Disposition", "attachment");
        try (bytes) {
            for (byte[] next = bytes.readNBytes(AT_ONCE); next.length > 0; next = bytes.readNBytes(AT_ONCE)) {
                response.write(Buffer.buffer(next))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                        .join();
            }
            var _ = response.end();
        } catch (CompletionException | IllegalStateException left) {
            var _ = response.reset();
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("What somebody was sent cannot be read to its end", unreadable);
            var _ = response.reset();
        }
    }
}
