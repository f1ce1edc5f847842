// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.tryout;

import dev.signalbox.api.Body;
import dev.signalbox.api.CustomService;
import dev.signalbox.api.Message;
import dev.signalbox.engine.compile.Compilation;
import dev.signalbox.engine.compile.Diagnostic;
import dev.signalbox.engine.compile.ServiceCompiler;
import dev.signalbox.engine.compile.Severity;
import dev.signalbox.engine.load.LoadedService;
import dev.signalbox.engine.load.ServiceUnusable;
import dev.signalbox.engine.weave.Tether;
import dev.signalbox.protocol.codec.Json;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One try from the compiler to the service's `stop`, in the process that was started for it.
final class TryHost {
    private static final long LOOK_NANOS = 50_000_000;
    private static final long STOP_NANOS = 1_000_000_000;

    private final TryPlan plan;
    private final Consumer<TryEvent> told;
    private final TryThread thread;

    TryHost(TryPlan plan, Consumer<TryEvent> told) {
        this.plan = plan;
        this.told = told;
        this.thread = new TryThread(Duration.ofSeconds(plan.limits().patienceSeconds()));
    }

    /// Tells all of it; the last event is told when this returns.
    void run() throws InterruptedException {
        List<Path> jars = plan.jars().stream().map(Path::of).toList();
        Compilation compilation;
        try (var compiler = ServiceCompiler.create()) {
            compilation = compiler.compile(plan.file(), plan.source(), jars);
        }
        boolean good = compilation.succeeded();
        compilation.diagnostics().stream()
                .filter(found -> good || found.severity() == Severity.ERROR)
                .forEach(found -> tell(found, good));
        if (good) {
            run(compilation, jars);
        }
    }

    private void tell(Diagnostic found, boolean good) {
        told.accept(TryEvent.at(good ? TryEvent.Kind.HINT : TryEvent.Kind.FAILED, 0, found.message(), found.line()));
    }

    private void run(Compilation compilation, List<Path> jars) throws InterruptedException {
        try (LoadedService loaded = LoadedService.load(compilation, jars)) {
            live(loaded);
        } catch (ServiceUnusable unusable) {
            fail(0, unusable.getMessage() + ".", "");
        }
    }

    private void live(LoadedService loaded) throws InterruptedException {
        int number = 0;
        try {
            CustomService service = begun(loaded);
            for (JsonNode body : plan.messages()) {
                number++;
                process(service, number, body);
            }
            number = 0;
            linger();
            step(0, () -> {
                service.stop();
                return true;
            });
            told.accept(TryEvent.of(TryEvent.Kind.ENDED, 0, ""));
        } catch (ExecutionException thrown) {
            fail(number, thrown, loaded.tether());
        } catch (TimeoutException tooLong) {
            cutOff(number, loaded.tether());
        }
    }

    private void step(int number, Callable<Boolean> work)
            throws ExecutionException, TimeoutException, InterruptedException {
        thread.run(number, work);
    }

    private CustomService begun(LoadedService loaded)
            throws ExecutionException, TimeoutException, InterruptedException {
        var made = new AtomicReference<@Nullable CustomService>();
        step(0, () -> {
            CustomService service = loaded.newInstance();
            service.attach(new TryRuntime(plan.properties(), thread, told));
            service.start();
            made.set(service);
            return true;
        });
        return Objects.requireNonNull(made.get());
    }

    private void process(CustomService service, int number, JsonNode body)
            throws ExecutionException, TimeoutException, InterruptedException {
        Object value = Json.mapper().treeToValue(body, Object.class);
        var message = new Message(UUID.randomUUID().toString(), Instant.now(), "try/desk", Map.of(), Body.of(value));
        step(number, () -> {
            long begin = System.nanoTime();
            service.process(message);
            long micros = (System.nanoTime() - begin) / 1000;
            told.accept(new TryEvent(TryEvent.Kind.DONE, number, "", 0, micros, Map.of()));
            return true;
        });
    }

    /// Lets timers run, and notices soon when one of them fails or does not end.
    private void linger() throws ExecutionException, TimeoutException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.limits().lingerSeconds());
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_NANOS);
            step(0, () -> true);
        }
    }

    private void fail(int number, ExecutionException of, Tether tether) {
        Throwable thrown = authors(of);
        fail(number, String.valueOf(thrown), tether.line(thrown.getStackTrace()).orElse(""));
    }

    /// What the author's code threw.
    private static Throwable authors(Throwable wrapped) {
        Throwable cause = wrapped.getCause();
        boolean wraps = wrapped instanceof ExecutionException || wrapped instanceof InvocationTargetException;
        return wraps && cause != null ? authors(cause) : wrapped;
    }

    private void cutOff(int number, Tether tether) {
        tether.stop("it took too long");
        long until = System.nanoTime() + STOP_NANOS;
        while (tether.stoppedAt().isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        String what = "It was at one thing for more than " + plan.limits().patienceSeconds() + " s and was stopped.";
        fail(number, what, tether.stoppedAt().orElse(""));
    }

    /// @param place `Name.java:12`, or empty
    private void fail(int number, String what, String place) {
        int colon = place.lastIndexOf(':');
        int line = colon < 0 ? 0 : Integer.parseInt(place.substring(colon + 1));
        told.accept(TryEvent.at(TryEvent.Kind.FAILED, number, what, line));
    }
}
