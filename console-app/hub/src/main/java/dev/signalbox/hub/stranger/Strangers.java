// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stranger;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Ends connections on which nobody has shown within 20 s that he may come in, however slowly he talks or however often
/// he asks: so strangers cannot hold what a connection costs.
public final class Strangers {
    private static final String KEY = Strangers.class.getName();
    private static final long PATIENCE_MILLIS = 20_000;

    private final Vertx vertx;
    private final Map<HttpConnection, Long> timers = new ConcurrentHashMap<>();

    public Strangers(Vertx vertx) {
        this.vertx = vertx;
    }

    /// Begins to wait.
    public void came(HttpConnection connection) {
        long timer = vertx.setTimer(PATIENCE_MILLIS, _ -> {
            timers.remove(connection);
            var _ = connection.close();
        });
        timers.put(connection, timer);
        connection.closeHandler(_ -> forget(connection));
    }

    /// To be called with each request first.
    public void asks(RoutingContext context) {
        context.put(KEY, this);
        context.next();
    }

    /// Whoever asks is no stranger any more.
    public static void isKnown(RoutingContext context) {
        if (context.get(KEY) instanceof Strangers strangers) {
            strangers.forget(context.request().connection());
        }
    }

    private void forget(HttpConnection connection) {
        Long timer = timers.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
