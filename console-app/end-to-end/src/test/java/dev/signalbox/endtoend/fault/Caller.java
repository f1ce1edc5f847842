// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A back end that calls one device again and again. Each call ends in its time, answered or not.
final class Caller implements AutoCloseable {
    private static final int CONNECT_SECONDS = 5;
    private static final int RESPONSE_SECONDS = 10;

    /// The promise is one second past the deadline; the rest is for a machine that is busy with other things.
    private static final Duration PAST_DEADLINE = Duration.ofSeconds(6);

    private static final long PAUSE_NANOS = 500_000_000;

    private final Desk desk;
    private final String path;
    private final Thread thread;
    private volatile boolean ending;
    private volatile Throwable wrong;
    private volatile int calls;
    private volatile int answered;

    Caller(HubSite site, String device) {
        this.desk = site.desk();
        this.path = "/twins/" + device + "/methods";
        this.thread = Thread.ofPlatform().name("caller").start(this::run);
    }

    int calls() {
        return calls;
    }

    int answered() {
        return answered;
    }

    private void run() {
        try {
            for (int call = 0; !ending; call++) {
                call(call);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException | AssertionError failed) {
            wrong = failed;
        }
    }

    private void call(int number) throws IOException {
        String body = """
                {"methodName":"echo","payload":{"n":%d},
                 "connectTimeoutInSeconds":%d,"responseTimeoutInSeconds":%d}""".formatted(number, CONNECT_SECONDS, RESPONSE_SECONDS);
        long start = System.nanoTime();
        Desk.Answer answer = desk.ask("POST", path, body);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(
                        Duration.ofSeconds(CONNECT_SECONDS + RESPONSE_SECONDS).plus(PAST_DEADLINE));
        assertThat(answer.status()).as(answer.body()).isIn(200, 404, 504);
        calls = calls + 1;
        if (answer.status() == 200) {
            assertThat(answer.json().path("payload").path("n").asInt()).isEqualTo(number);
            answered = answered + 1;
        }
    }

    /// Throws AssertionError when a call did not end as it has to.
    @Override
    public void close() throws InterruptedException {
        ending = true;
        thread.join();
        if (wrong != null) {
            throw new AssertionError("A call ended wrongly", wrong);
        }
    }
}
