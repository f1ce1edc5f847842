// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import dev.signalbox.api.CustomService;
import dev.signalbox.engine.compile.ServiceCompiler;
import dev.signalbox.engine.load.LoadedService;
import dev.signalbox.testing.process.Await;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// A service called Bad with some members, running on a thread of its own.
final class Offender implements AutoCloseable {
    static final ServiceCompiler COMPILER = ServiceCompiler.create();
    private static final Duration LONG = Duration.ofSeconds(90);

    final LoadedService loaded;
    final CustomService service;
    private final AtomicReference<Throwable> end = new AtomicReference<>();
    private final Thread thread = new Thread(this::run, "offender");

    private Offender(LoadedService loaded) throws Exception {
        this.loaded = loaded;
        service = loaded.newInstance();
    }

    static LoadedService load(String imports, String members) {
        var source = imports + "public class Bad extends CustomService {\n" + members + "\n}";
        var compilation = COMPILER.compile("Bad.java", source);
        if (!compilation.succeeded()) {
            throw new AssertionError(compilation.diagnostics());
        }
        return LoadedService.load(compilation);
    }

    /// Starts it; what it does begins at line 2 of its source.
    static Offender started(String members) throws Exception {
        return started("", members);
    }

    static Offender started(String imports, String members) throws Exception {
        var offender = new Offender(load(imports, members));
        offender.thread.setDaemon(true);
        offender.thread.start();
        return offender;
    }

    private void run() {
        try {
            service.start();
        } catch (Throwable thrown) {
            end.set(thrown);
        }
    }

    /// Waits until its thread is in the code of a line, as `line` of its tether tells.
    Offender at(String place) {
        Await.until(
                "it is at " + place,
                LONG,
                () -> loaded.tether()
                        .line(thread.getStackTrace())
                        .filter(place::equals)
                        .isPresent());
        return this;
    }

    /// Waits until its thread is in the code of the service.
    Offender inside() {
        Await.until(
                "it is in the service's code",
                LONG,
                () -> loaded.tether().line(thread.getStackTrace()).isPresent());
        return this;
    }

    Tether tether() {
        return loaded.tether();
    }

    /// Stops it, and returns what its thread ended with.
    Throwable stop() {
        loaded.tether().stop("enough");
        return end();
    }

    Throwable end() {
        Await.until("its thread ends", LONG, () -> !thread.isAlive());
        return end.get();
    }

    Thread thread() {
        return thread;
    }

    @Override
    public void close() {
        loaded.tether().stop("the test is over");
        loaded.tether().leftovers().forEach(Leftover::close);
    }
}
