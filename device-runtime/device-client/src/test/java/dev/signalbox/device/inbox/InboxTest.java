// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.message.CloudMessage;
import dev.signalbox.device.pretend.Heard;
import dev.signalbox.device.pretend.MemoryInbox;
import dev.signalbox.testing.process.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final Pauses SHORT = new Pauses(Duration.ofMillis(1), Duration.ofMillis(4));
    private static final Pauses LONG = new Pauses(Duration.ofHours(1), Duration.ofHours(1));

    private final MemoryInbox store = new MemoryInbox();
    private final BlockingQueue<String> given = new LinkedBlockingQueue<>();
    private final Set<String> bad = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private Inbox inbox = inbox(SHORT);

    private Inbox inbox(Pauses pauses) {
        return new Inbox(store, this::handle, pauses);
    }

    private void handle(CloudMessage message) {
        String text = new String(message.payload(), StandardCharsets.UTF_8);
        threads.add(Thread.currentThread());
        given.add(text + " " + message.properties().get("$.mid") + " " + message.attempt());
        if (bad.contains(text)) {
            throw new IllegalStateException("no good");
        }
    }

    private void keep(String text) {
        byte[] bag = ("%24.mid=" + text).getBytes(StandardCharsets.UTF_8);
        store.keep(text, bag, text.getBytes(StandardCharsets.UTF_8)).join();
        inbox.wake();
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void whatWaitedOnTheDiskIsHandedOverAtTheStartInOrderAndThenForgotten() {
        keep("a");
        keep("b");
        inbox.start();
        keep("c");
        List.of("a a 1", "b b 1", "c c 1")
                .forEach(text -> assertThat(Heard.next(given)).isEqualTo(text));
        Await.until(
                "all are forgotten",
                Duration.ofSeconds(20),
                () -> store.waiting(9).isEmpty());
        assertThat(threads).singleElement().extracting(Thread::getName).isEqualTo("signalbox-inbox");
    }

    @Test
    void aMessageStaysOnTheDiskUntilTheProgramReturned() {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        inbox = new Inbox(
                store,
                message -> {
                    entered.countDown();
                    leave.await();
                },
                SHORT);
        keep("a");
        inbox.start();
        Await.until("it is handed over", Duration.ofSeconds(90), () -> entered.getCount() == 0);
        assertThat(store.waiting(9)).hasSize(1);
        leave.countDown();
        Await.until(
                "it is forgotten",
                Duration.ofSeconds(20),
                () -> store.waiting(9).isEmpty());
    }

    @Test
    void oneThatFailedIsTriedTenTimesBeforeTheOthersAndThenBehindThem() {
        bad.add("a");
        keep("a");
        keep("b");
        inbox.start();
        for (int attempt = 1; attempt <= 10; attempt++) {
            assertThat(Heard.next(given)).isEqualTo("a a " + attempt);
        }
        assertThat(Heard.next(given)).isEqualTo("b b 1");
        assertThat(Heard.next(given)).isEqualTo("a a 11");
        keep("c");
        Await.until("the new one is not held back", Duration.ofSeconds(90), () -> given.contains("c c 1"));
        bad.clear();
        Await.until(
                "the bad one gets done at last",
                Duration.ofSeconds(20),
                () -> store.waiting(9).isEmpty());
    }

    @Test
    void afterARestartAllAreDueAtOnceWithTheirAttemptsCounted() {
        inbox = inbox(LONG);
        bad.add("a");
        keep("a");
        inbox.start();
        assertThat(Heard.next(given)).isEqualTo("a a 1");
        inbox.close();
        inbox = inbox(LONG);
        inbox.start();
        assertThat(Heard.next(given)).isEqualTo("a a 2");
    }

    @Test
    void oneThatTheDiskDoesNotLetGoIsNotHandedOverAgain() {
        store.full = false;
        keep("a");
        store.full = true;
        inbox.start();
        assertThat(Heard.next(given)).isEqualTo("a a 1");
        store.full = false;
        keep("b");
        assertThat(Heard.next(given)).isEqualTo("b b 1");
        Await.until(
                "both are forgotten",
                Duration.ofSeconds(20),
                () -> store.waiting(9).isEmpty());
        assertThat(given).isEmpty();
    }

    @Test
    void closingInterruptsAProgramThatDoesNotReturnAndKeepsTheMessage() {
        var entered = new CountDownLatch(1);
        inbox = new Inbox(
                store,
                message -> {
                    entered.countDown();
                    new CountDownLatch(1).await();
                },
                SHORT);
        keep("a");
        inbox.start();
        Await.until("it is handed over", Duration.ofSeconds(90), () -> entered.getCount() == 0);
        inbox.close();
        assertThat(store.waiting(9))
                .singleElement()
                .extracting(InboxStore.Arrival::attempts)
                .isEqualTo(0);
    }

    @Test
    void pausesGrowUpToTheLongest() {
        assertThat(List.of(1, 2, 3, 9, 10, 5000).stream()
                        .map(Pauses.USUAL::after)
                        .map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 256L, 300L, 300L);
    }
}
