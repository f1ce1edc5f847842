// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.app;

import dev.signalbox.local.link.LinkListener;
import dev.signalbox.local.message.AgentStatus;
import dev.signalbox.local.message.ConnectionStatus;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.local.FromAgent;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Runs the app's own code, one thing after the other, on a thread of its own, so that it may call and send. What it
/// throws is told to the node.
final class Callbacks implements LinkListener, AutoCloseable {
    private static final int MOST_WAITING = 10_000;
    private static final long LAST_WORDS_SECONDS = 2;
    private static final TypeReference<Map<String, Object>> PARAMETERS = new TypeReference<>() {};

    private final Consumer<AgentStatus> onStatus;
    private final Consumer<ConnectionStatus> onConnection;
    private final Consumer<Throwable> onFailure;
    private final Map<String, Consumer<Map<String, Object>>> commands = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor thread;
    private volatile @Nullable Thread own;

    Callbacks(
            String app,
            Consumer<AgentStatus> onStatus,
            Consumer<ConnectionStatus> onConnection,
            Consumer<Throwable> onFailure) {
        this.onStatus = onStatus;
        this.onConnection = onConnection;
        this.onFailure = onFailure;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("local-" + app + "-callbacks").factory());
    }

    void subscribe(String command, Consumer<Map<String, Object>> handler) {
        commands.put(command, handler);
    }

    @Override
    public void status(AgentStatus status) {
        run(() -> onStatus.accept(status));
    }

    @Override
    public void connection(boolean connected) {
        run(() -> onConnection.accept(connected ? ConnectionStatus.CONNECTED : ConnectionStatus.DISCONNECTED));
    }

    /// One that nobody subscribed to when its turn comes is left out.
    @Override
    public void command(FromAgent.Command command) {
        run(() -> {
            var handler = commands.get(command.name());
            if (handler != null) {
                handler.accept(Json.mapper().convertValue(command.parameters(), PARAMETERS));
            }
        });
    }

    private void run(Runnable callback) {
        try {
            thread.execute(() -> guarded(callback));
        } catch (RejectedExecutionException tooMany) {
            if (!thread.isShutdown()) {
                onFailure.accept(new IllegalStateException(
                        "The app's callbacks are too slow: " + MOST_WAITING + " wait, and one was left out"));
            }
        }
    }

    private void guarded(Runnable callback) {
        own = Thread.currentThread();
        try {
            callback.run();
        } catch (Throwable thrown) {
            onFailure.accept(thrown);
        }
    }

    /// Waits for what is due, 2 s at most, unless it is a callback that closes.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!Thread.currentThread().equals(own) && !thread.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
