// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// Runs a source, a relay, and a sink that is slow. Argument: a folder.
final class SlowSinkProgram {
    /// How many messages a second the sink takes; the source makes ten times as many, if it may.
    static final int A_SECOND = 100;

    private SlowSinkProgram() {}

    public static void main(String[] args) throws InterruptedException {
        var hub = new HubTable();
        var bench = new Bench(Path.of(args[0]), hub, Duration.ZERO, BenchProgram::print);
        Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
        bench.run(1, """
                public class Source extends CustomService {
                    private long n;
                    public void start() { every(Duration.ofMillis(10), () -> send()); }
                    private void send() {
                        for (int i = 0; i < 10; i++) {
                            n++;
                            emit(Map.of("n", n, "load", "x".repeat(20_000) + n));
                        }
                    }
                }
                """, """
                public class Relay extends CustomService {
                    public void process(Message message) {
                        long n = message.body().get("n").asLong();
                        emit(Map.of("n", n, "load", "y".repeat(20_000) + n));
                    }
                }
                """, """
                public class Sink extends CustomService {
                    private long last;
                    public void process(Message message) throws InterruptedException {
                        long n = message.body().get("n").asLong();
                        if (n != last + 1) { debug("LOST or twice: " + n + " after " + last); }
                        last = n;
                        Thread.sleep(%d);
                        if (n %% %d == 0) { debug("ledger " + n); }
                    }
                }
                """.formatted(1_000 / A_SECOND, A_SECOND / 4));
        new CountDownLatch(1).await();
    }
}
