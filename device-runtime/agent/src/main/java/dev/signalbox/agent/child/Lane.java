// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import dev.signalbox.agent.step.Completion;
import dev.signalbox.agent.step.Item;
import dev.signalbox.agent.step.RunRuntime;
import dev.signalbox.api.Body;
import dev.signalbox.api.Subscription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Does what a process asks for, one after the other on a thread of its own, because it may have to wait:
/// for room in a mailbox, for the disk. Answers each when it is done. A process asks for at most 256 things
/// at once; one that asks for more is ended.
final class Lane implements AutoCloseable {
    private static final int MOST = 1_024;
    private static final long LAST_ASKS_MILLIS = 200;

    private final ChildProcess process;
    private final RunRuntime runtime;
    private final Window window;
    private final Consumer<Item.Delivery> events;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST),
            Thread.ofVirtual().factory());

    /// @param events takes what comes from where the service subscribed, on the step's thread
    Lane(ChildProcess process, RunRuntime runtime, Window window, Consumer<Item.Delivery> events) {
        this.process = process;
        this.runtime = runtime;
        this.window = window;
        this.events = events;
    }

    /// Returns at once.
    void ask(String op, ObjectNode line) {
        Optional<Completion> followed =
                line.path("from").isNumber() ? window.sends(line.path("from").asLong()) : Optional.empty();
        try {
            thread.execute(() -> answer(op, line, followed));
        } catch (RejectedExecutionException tooMuch) {
            process.close();
        }
    }

    /// On the caller's thread, for what need not wait.
    void answer(String op, ObjectNode line, Optional<Completion> followed) {
        String error = error(op, line, followed);
        followed.ifPresent(Completion::arrived);
        ObjectNode answer = ChildLines.answer(line.path("ack").asLong(), error);
        if (op.equals("settings")) {
            answer.set("settings", ChildConfig.settings(runtime.settings()));
        }
        send(answer);
    }

    private void send(ObjectNode line) {
        try {
            process.send(line);
        } catch (IOException gone) {
            process.close();
        }
    }

    private @Nullable String error(String op, ObjectNode line, Optional<Completion> followed) {
        try {
            perform(op, line, followed);
            return null;
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private void perform(String op, ObjectNode line, Optional<Completion> followed) {
        Body body = ChildLines.body(line);
        switch (op) {
            case "submit" -> runtime.submitMessage(asSent(line, body), ChildLines.properties(line));
            case "emit" -> runtime.emit(body, ChildLines.properties(line), followed);
            case "follow" -> follow(line.path("ack").asLong(), body, ChildLines.properties(line));
            case "action" ->
                runtime.submitAction(
                        line.path("destination").asString(""),
                        line.path("action").asString(""),
                        body);
            case "subscribe" -> subscribe(line.path("address").asString(""));
            case "unsubscribe" -> unsubscribe(line.path("address").asString(""));
            default -> {}
        }
    }

    /// A text leaves as it is, not as JSON writes it, unless that is asked for: Python services write their JSON
    /// themselves.
    private static Body asSent(ObjectNode line, Body body) {
        boolean asItIs = !line.path("quoted").asBoolean(false);
        return asItIs && body.raw() instanceof String text ? Body.of(text.getBytes(StandardCharsets.UTF_8)) : body;
    }

    /// The end is told on a thread of its own: it comes on one of another step, which must not wait for this process.
    private void follow(long ack, Body body, Map<String, String> properties) {
        runtime.emitWithCompletion(body, properties)
                .whenCompleteAsync(
                        (nothing, failure) -> send(ChildLines.completed(ack, failure)), Thread::startVirtualThread);
    }

    /// A second time changes nothing: each event is handed over once.
    private void subscribe(String address) {
        subscriptions.computeIfAbsent(
                address.toLowerCase(Locale.ROOT),
                any -> runtime.subscribe(
                        address, message -> events.accept(Item.Delivery.event(address, message, Optional.empty()))));
    }

    private void unsubscribe(String address) {
        Subscription subscription = subscriptions.remove(address.toLowerCase(Locale.ROOT));
        if (subscription != null) {
            subscription.close();
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_ASKS_MILLIS, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
