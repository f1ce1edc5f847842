// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.testing.chance.Chance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Direct methods while connections break, devices fall over, and handlers are slow, fail, keep silent or answer twice.
class MethodFaultTest {
    private static final int DEVICES = 6;
    private static final int CALLERS = 8;
    private static final int CALLS_PER_FAULT = 20;
    private static final int RESPONSE_SECONDS = 1;

    /// The promise is one second past the deadline; the rest is for a machine that is busy with other things.
    private static final Duration PAST_DEADLINE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final Chance chance = Chance.of(MethodFaultTest.class);
    private final CallBook book = new CallBook();
    private final List<Callee> devices = new ArrayList<>();
    private HubSite site;

    @BeforeEach
    void start() throws Exception {
        site = new HubSite(folder.resolve("hub"));
        for (DeviceKeys keys : site.add("callee", DEVICES)) {
            devices.add(new Callee(keys, site.way(), book));
        }
        devices.forEach(device -> device.staying().line());
    }

    @AfterEach
    void stop() throws Exception {
        for (Callee device : devices) {
            device.close();
        }
        site.close();
    }

    @Test
    @Timeout(3600)
    void eachCallEndsOnceInTimeAndIsExecutedAtMostOnce() throws Exception {
        int calls = Chance.many("calls", 300);
        var next = new AtomicInteger();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<Boolean>> calling = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                RandomGenerator own = chance.drawnBy("caller " + i);
                calling.add(() -> {
                    for (int call = next.getAndIncrement(); call < calls; call = next.getAndIncrement()) {
                        call("call-" + call, own);
                        if (call % CALLS_PER_FAULT == 0) {
                            fault(own);
                        }
                    }
                    return true;
                });
            }
            for (Future<Boolean> ended : callers.invokeAll(calling)) {
                assertThat(ended.get()).isTrue();
            }
        }
        assertThat(book.endings()).isEqualTo(calls);
        assertThat(book.executedTwice()).isEmpty();
        assertThat(book.endings(CallBook.Ended.ANSWERED)).isGreaterThan(calls / 4);
    }

    @Test
    @Timeout(300)
    void aDeviceThatIsBackCanBeCalledAtOnce() {
        for (int i = 0; i < 5; i++) {
            List<Line> former =
                    devices.stream().map(device -> device.staying().line()).toList();
            site.wire().cut();
            for (Callee device : devices) {
                device.staying().lineAfter(former.get(devices.indexOf(device)));
                Desk.Answer answer = ask(device, "back-" + i, Callee.Manner.QUICK, 1, 30);
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            }
        }
    }

    private void fault(RandomGenerator random) {
        switch (random.nextInt(3)) {
            case 0 -> site.wire().cut();
            case 1 -> site.wire().cutOne();
            default -> devices.get(random.nextInt(DEVICES)).staying().fallOver();
        }
    }

    private void call(String id, RandomGenerator random) {
        Callee device = devices.get(random.nextInt(DEVICES));
        var manner = Callee.Manner.values()[random.nextInt(4) > 0 ? 0 : random.nextInt(Callee.Manner.values().length)];
        int connectSeconds = random.nextInt(3);
        long start = System.nanoTime();
        Desk.Answer answer = ask(device, id, manner, connectSeconds, RESPONSE_SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(
                        Duration.ofSeconds(connectSeconds + RESPONSE_SECONDS).plus(PAST_DEADLINE));
        book.ended(ending(id, manner, answer));
    }

    private CallBook.Ended ending(String id, Callee.Manner manner, Desk.Answer answer) {
        switch (answer.status()) {
            case 200 -> {
                assertThat(answer.json().path("payload").stringValue()).isEqualTo(id);
                assertThat(answer.json().path("status").intValue())
                        .isEqualTo(manner == Callee.Manner.FAILING ? 500 : 200);
                assertThat(book.isExecuted(id)).isTrue();
                return CallBook.Ended.ANSWERED;
            }
            case 404 -> {
                assertThat(answer.body()).contains("method.not-online");
                assertThat(book.isExecuted(id)).isFalse();
                return CallBook.Ended.NOT_ONLINE;
            }
            case 504 -> {
                return CallBook.Ended.TIMED_OUT;
            }
            default -> throw new AssertionError(id + " ended with " + answer);
        }
    }

    private Desk.Answer ask(Callee device, String id, Callee.Manner manner, int connectSeconds, int seconds) {
        String body = """
                {"methodName":"do","payload":{"call":"%s","manner":"%s"},
                 "connectTimeoutInSeconds":%d,"responseTimeoutInSeconds":%d}""".formatted(id, manner.word(), connectSeconds, seconds);
        try {
            return site.desk().ask("POST", "/twins/" + device.staying().name() + "/methods", body);
        } catch (java.io.IOException hubLeft) {
            throw new AssertionError("The hub itself stays, and answers", hubLeft);
        }
    }
}
