// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.outflow;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.time.Duration;

/// How long somebody may need to take an answer: some time in any case, and more as it is longer.
///
/// @param least in any case
/// @param bytesASecond how fast it must be taken at least
public record Deadline(Vertx vertx, Duration least, long bytesASecond) {
    /// Half a minute, and 128 KiB a second.
    public static Deadline usual(Vertx vertx) {
        return new Deadline(vertx, Duration.ofSeconds(30), 128 << 10);
    }

    /// Ends the connection unless the answer is taken in time. Does not wait.
    ///
    /// @param bytes of the answer
    /// @param taken ends when it is
    public void hold(HttpServerRequest request, long bytes, Future<?> taken) {
        long millis = least.toMillis() + bytes * 1000 / bytesASecond;
        long timer = vertx.setTimer(millis, _ -> cutOff(request.connection()));
        var _ = taken.onComplete(_ -> vertx.cancelTimer(timer));
    }

    /// Vert.x closes a connection once all is taken that it has for it; what lies beneath does it at once.
    private static void cutOff(HttpConnection connection) {
        if (connection instanceof HttpServerConnection ours) {
            var _ = ours.channelHandlerContext().close();
        }
    }
}
