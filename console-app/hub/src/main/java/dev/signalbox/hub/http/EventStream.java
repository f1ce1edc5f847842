// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.live.Channel;
import io.vertx.core.http.HttpServerResponse;

/// A response that goes on: server-sent events to one who watches.
final class EventStream implements Channel {
    private static final int MOST_WAITING = 256 * 1024;

    private final HttpServerResponse response;
    private volatile boolean ended;

    private EventStream(HttpServerResponse response) {
        this.response = response;
    }

    static EventStream begin(HttpServerResponse response) {
        response.setChunked(true);
        response.setWriteQueueMaxSize(MOST_WAITING);
        response.putHeader("Content-Type", "text/event-stream");
        response.putHeader("Cache-Control", "no-store");
        return new EventStream(response);
    }

    /// Closes what feeds the stream when whoever watches has left.
    void closeAtEnd(AutoCloseable watch) {
        response.closeHandler(_ -> end(watch));
        response.exceptionHandler(_ -> end(watch));
        if (response.closed()) {
            end(watch);
        }
    }

    @Override
    public boolean full() {
        return ended || response.writeQueueFull();
    }

    @Override
    public void send(String frame) {
        if (!ended && !response.closed()) {
            var _ = response.write(frame);
        }
    }

    @Override
    public void end() {
        ended = true;
        var _ = response.reset();
    }

    private void end(AutoCloseable watch) {
        ended = true;
        try {
            watch.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
