// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.method;

import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Uplink;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.message.MethodCall;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.FromHub;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the program answer direct methods: up to eight at a time, each on a thread of its own, so that a slow one does
/// not hold up the others. Up to 32 more wait; one that finds no room is answered with 503 at once.
public final class MethodLane implements Lane, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MethodLane.class);
    private static final int AT_A_TIME = 8;
    private static final int WAITING = 32;
    private static final int IDLE_SECONDS = 10;
    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    /// What the program does when it is called. What it throws goes to the caller as 500.
    public interface Handler {
        MethodAnswer answer(MethodCall call) throws Exception;
    }

    private record Ready(String requestId, MethodAnswer answer) {}

    private final Handler handler;
    private final Runnable wake;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_A_TIME,
            AT_A_TIME,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("signalbox-method-", 0).daemon().factory());
    private final Map<String, Object> open = new ConcurrentHashMap<>();
    private final Queue<Ready> ready = new ConcurrentLinkedQueue<>();
    private final AtomicInteger owed = new AtomicInteger();

    /// @param wake is called when there is something to send; must not block
    public MethodLane(Handler handler, Runnable wake) {
        this.handler = handler;
        this.wake = wake;
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.METHOD_CALLS);
    }

    @Override
    public CompletableFuture<?> arrived(FromHub message, byte[] payload) {
        if (message instanceof FromHub.MethodCall call) {
            Object ticket = new Object();
            owed.incrementAndGet();
            open.put(call.requestId(), ticket);
            try {
                threads.execute(() -> answer(call, ticket, payload.length == 0 ? NULL : payload));
            } catch (RejectedExecutionException full) {
                ready(call, ticket, Answers.busy(call.name()));
            }
        }
        return SAFE;
    }

    private void answer(FromHub.MethodCall call, Object ticket, byte[] payload) {
        MethodAnswer answer;
        try {
            answer = Answers.checked(call.name(), handler.answer(new MethodCall(call.name(), payload)));
        } catch (Throwable failed) {
            LOG.warn("The program failed at the method {}", call.name(), failed);
            answer = Answers.failed(call.name(), failed);
        }
        ready(call, ticket, answer);
    }

    /// A hub may number its requests anew with each connection: an answer to the former one of that number is dropped.
    private void ready(FromHub.MethodCall call, Object ticket, MethodAnswer answer) {
        if (open.remove(call.requestId(), ticket)) {
            ready.add(new Ready(call.requestId(), answer));
            wake.run();
        } else {
            owed.decrementAndGet();
        }
    }

    @Override
    public void pump(Uplink uplink) {
        for (Ready next = ready.poll(); next != null; next = ready.poll()) {
            owed.decrementAndGet();
            String topic =
                    Topics.write(new FromDevice.MethodResponse(next.answer().status(), next.requestId()));
            uplink.publish(topic, next.answer().payload(), 0, () -> {});
        }
    }

    @Override
    public boolean owesAnswer() {
        return owed.get() > 0;
    }

    /// Interrupts what the program is at; nobody gets an answer any more.
    @Override
    public void close() {
        open.clear();
        threads.shutdownNow();
    }
}
