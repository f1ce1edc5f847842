// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated.host;

import dev.signalbox.agent.step.Timers;
import dev.signalbox.api.CustomService;
import dev.signalbox.api.Message;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Does what the node says, one after the other, on the thread that made it. What the author's code
/// throws ends this process.
final class ServiceHost {
    private static final Line WAKE = Line.op("wake");
    private static final long LONGEST_WAIT_NANOS = 1_000_000_000;

    private final Link link;
    private final Class<?> type;
    private final String file;
    private final Map<String, Method> actions = new HashMap<>();
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final Timers timers = new Timers(() -> lines.add(WAKE));
    private final OnHand onHand = new OnHand();
    private final NodeRuntime runtime;
    private final Watch watch;
    private @Nullable CustomService instance;

    /// @param patience how long the service may be at one thing; zero for as long as it likes
    ServiceHost(Link link, Class<?> type, Duration patience) {
        this.link = link;
        this.type = type;
        this.file = type.getName() + ".java";
        this.runtime = new NodeRuntime(link, onHand, timers);
        this.watch = new Watch(link, onHand, file, patience);
        Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != CustomService.class)
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {Message.class}))
                .peek(method -> method.setAccessible(true))
                .forEach(method -> actions.put(method.getName(), method));
    }

    /// Until the node says that it is over. Never returns.
    void live() {
        tellStage("ready");
        watch.start();
        link.read(this::said);
        while (true) {
            Runnable due = timers.takeDue();
            if (due != null) {
                guarded(due::run);
            }
            Line next = next(due == null ? timers.nanosToNext(LONGEST_WAIT_NANOS) : 0);
            if (next != null) {
                take(next);
            }
        }
    }

    /// On the thread that reads.
    private void said(Line line) {
        if (line.op().equals("stop")) {
            watch.ending();
        }
        lines.add(line);
    }

    private @Nullable Line next(long waitNanos) {
        try {
            return lines.poll(waitNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException tooLate) {
            // meant for what was done before
            return lines.poll();
        }
    }

    private void take(Line line) {
        switch (line.op()) {
            case "load" -> load(line);
            case "start" -> {
                guarded(service()::start);
                tellStage("started");
            }
            case "process", "act", "event" -> deliver(line);
            case "state" -> guarded(() -> service().stateUpdate(line.twin()));
            case "signedin" -> guarded(service()::signedIn);
            case "stop" -> stop();
            default -> {}
        }
    }

    private void tellStage(String stage) {
        link.tell(Line.op(stage).with("actions", actions.keySet()));
    }

    private CustomService service() {
        if (instance == null) {
            throw new IllegalStateException("The service has not been constructed");
        }
        return instance;
    }

    // Its life.

    private void load(Line line) {
        runtime.properties(line.object("properties").texts());
        guarded(() -> instance = constructed());
        tellStage("loaded");
    }

    private CustomService constructed() throws Exception {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        var made = (CustomService) constructor.newInstance();
        made.attach(runtime);
        return made;
    }

    @FunctionalInterface
    private interface Authors {
        void run() throws Exception;
    }

    /// Runs the author's code; this process ends with what it throws.
    private void guarded(Authors code) {
        onHand.begin(0);
        try {
            code.run();
        } catch (Throwable thrown) {
            throw die(unwrapped(thrown));
        } finally {
            onHand.end();
        }
    }

    private void stop() {
        timers.closeAll();
        tryToStop();
        throw link.last(Line.op("stopped"));
    }

    private void tryToStop() {
        try {
            if (instance != null) {
                instance.stop();
            }
        } catch (Throwable thrown) {
            link.tell(Told.of("fault", thrown, file));
        }
    }

    /// Never returns.
    private Error die(Throwable of) {
        boolean overran = onHand.working().overran().isPresent();
        Line told = overran ? watch.tookTooLong() : Told.of("broken", of, file);
        watch.dying(told);
        timers.closeAll();
        tryToStop();
        return link.last(told);
    }

    // Messages.

    private void deliver(Line line) {
        if (watch.isLate()) {
            return;
        }
        onHand.begin(line.number("n"));
        try {
            handle(line);
            link.tell(Line.op("done").with("n", line.number("n")));
        } catch (Throwable thrown) {
            failed(line, unwrapped(thrown));
        } finally {
            onHand.end();
        }
    }

    private void handle(Line line) throws Exception {
        Message message = line.message();
        Method action = line.op().equals("act") ? actions.get(line.text("action")) : null;
        if (line.op().equals("event")) {
            runtime.hear(line.text("address"), message);
        } else if (action != null) {
            action.invoke(service(), message);
        } else {
            service().process(message);
        }
    }

    /// At the end the rest is left for the next version, and so is what was cut off.
    private void failed(Line line, Throwable thrown) {
        if (!watch.isEnding()) {
            throw die(thrown);
        }
        if (!watch.isCutOff()) {
            link.tell(Told.of("failed", thrown, file).with("n", line.number("n")));
        }
        stop();
    }

    /// What the author's code threw.
    private static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof InvocationTargetException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : thrown;
    }
}
