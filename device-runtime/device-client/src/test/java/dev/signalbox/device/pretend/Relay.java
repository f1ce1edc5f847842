// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.pretend;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.TimeUnit;

/// A line between a device and its hub that can go dead without a word: what is sent is swallowed, nothing is closed.
public final class Relay implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient();
    private final NetServer server = vertx.createNetServer();
    private final int to;
    private final int port;
    private volatile int generation;

    public Relay(int to) {
        this.to = to;
        server.connectHandler(this::join);
        this.port = done(server.listen(0, "127.0.0.1")).actualPort();
    }

    public int port() {
        return port;
    }

    /// Connections that are up die; later ones live.
    public void die() {
        generation++;
    }

    private void join(NetSocket device) {
        int mine = generation;
        device.pause();
        client.connect(to, "127.0.0.1")
                .onComplete(
                        hub -> {
                            pump(device, hub, mine);
                            pump(hub, device, mine);
                            device.resume();
                        },
                        refused -> device.close());
    }

    private void pump(NetSocket from, NetSocket into, int mine) {
        from.exceptionHandler(ignored -> {});
        from.handler(bytes -> {
            if (mine == generation) {
                into.write(bytes);
            }
        });
        from.closeHandler(closed -> {
            if (mine == generation) {
                into.close();
            }
        });
    }

    @Override
    public void close() {
        done(vertx.close());
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
