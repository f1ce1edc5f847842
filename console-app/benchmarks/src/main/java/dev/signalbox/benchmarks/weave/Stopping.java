// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.weave;

import dev.signalbox.engine.compile.ServiceCompiler;
import dev.signalbox.engine.load.LoadedService;
import dev.signalbox.engine.weave.Weaver;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;

/// Measures how soon a loop that runs compiled has ended after its stop, and how long weaving takes beside compiling.
final class Stopping {
    private static final int TIMES = 11;
    private static final long RUNNING_NANOS = 300_000_000;

    private Stopping() {}

    static void measure(ServiceCompiler compiler) throws Exception {
        String source = """
                public class Endless extends CustomService implements LongUnaryOperator {
                    public long applyAsLong(long x) { while (true) for (int i = 0; i < 2_000_000_000; i++) x += x >>> 3 ^ i; }
                }
                """;
        double[] millis = new double[TIMES];
        double[] share = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            var compilation = compiler.compile("Endless.java", source);
            long compiled = System.nanoTime();
            Weaver.weave(compilation.classes());
            share[i] = (double) (System.nanoTime() - compiled) / (compiled - began);
            millis[i] = stop(LoadedService.load(compilation));
        }
        Arrays.sort(millis);
        Arrays.sort(share);
        System.out.printf(
                "ms from stop to end of an endless loop: median %.1f, longest %.1f%n",
                millis[TIMES / 2], millis[TIMES - 1]);
        System.out.printf("weaving takes %.3f of what compiling takes (median)%n", share[TIMES / 2]);
    }

    private static double stop(LoadedService loaded) throws Exception {
        var endless = (LongUnaryOperator) loaded.newInstance();
        var thread = Thread.ofPlatform()
                .daemon()
                .uncaughtExceptionHandler((_, _) -> {})
                .start(() -> {
                    var _ = endless.applyAsLong(1);
                });
        LockSupport.parkNanos(RUNNING_NANOS);
        long began = System.nanoTime();
        loaded.tether().stop("enough");
        thread.join();
        return (System.nanoTime() - began) / 1e6;
    }
}
