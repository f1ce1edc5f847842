// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.inbox.Pauses;
import dev.signalbox.device.message.DesiredProperties;
import dev.signalbox.device.pretend.Heard;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class DesiredStateTest {
    private static final Pauses SHORT = new Pauses(Duration.ofMillis(1), Duration.ofMillis(4));
    private static final Pauses LONG = new Pauses(Duration.ofHours(1), Duration.ofHours(1));

    @TempDir
    Path folder;

    private final BlockingQueue<String> given = new LinkedBlockingQueue<>();
    private DesiredState state;

    @BeforeEach
    void open() {
        state = new DesiredState(folder);
    }

    @AfterEach
    void close() {
        state.close();
    }

    private void reopen() {
        state.close();
        open();
    }

    private void handle(DesiredProperties newest) {
        given.add(newest.version() + " " + newest.values());
        newest.values().removeAll();
    }

    private CompletableFuture<?> change(long version, String json) {
        return state.changed(
                new DesiredProperties(version, (ObjectNode) Json.readTree(json.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatIsSafeIsThereAgainAfterARestart() {
        change(4, "{\"rate\":5}").join();
        reopen();
        assertThat(state.latest())
                .hasValueSatisfying(desired ->
                        assertThat(desired.version() + " " + desired.values()).isEqualTo("4 {\"rate\":5}"));
    }

    @Test
    void theProgramIsGivenTheCurrentOneAtTheStartAndThenEachNewOne() {
        change(4, "{\"rate\":5}").join();
        reopen();
        state.start(this::handle, LONG);
        assertThat(Heard.next(given)).isEqualTo("4 {\"rate\":5}");
        change(4, "{\"rate\":5}").join();
        change(5, "{\"rate\":6}").join();
        assertThat(Heard.next(given)).isEqualTo("5 {\"rate\":6}");
        assertThat(state.latest())
                .hasValueSatisfying(desired ->
                        assertThat(desired.values().path("rate").asInt()).isEqualTo(6));
    }

    @Test
    void aProgramThatIsBusyIsGivenTheNewestOnlyAndNobodyWaitsForIt() throws InterruptedException {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        state.start(
                newest -> {
                    handle(newest);
                    entered.countDown();
                    leave.await();
                },
                LONG);
        change(1, "{}").join();
        entered.await();
        for (int version = 2; version <= 9; version++) {
            change(version, "{\"v\":" + version + "}").join();
        }
        leave.countDown();
        assertThat(Heard.next(given)).isEqualTo("1 {}");
        assertThat(Heard.next(given)).isEqualTo("9 {\"v\":9}");
        assertThat(given).isEmpty();
    }

    @Test
    void oneThatTheProgramFailedWithComesAgainUntilThereIsANewerOne() {
        var failures = new AtomicInteger(3);
        state.start(
                newest -> {
                    handle(newest);
                    if (failures.decrementAndGet() >= 0) {
                        throw new IllegalStateException("not now");
                    }
                },
                SHORT);
        change(1, "{}").join();
        for (int attempt = 1; attempt <= 4; attempt++) {
            assertThat(Heard.next(given)).isEqualTo("1 {}");
        }
        change(2, "{}").join();
        assertThat(Heard.next(given)).isEqualTo("2 {}");
    }

    @Test
    void aNewerOneDoesNotWaitForThePauseOfAnOlder() {
        state.start(
                newest -> {
                    handle(newest);
                    throw new IllegalStateException("never");
                },
                LONG);
        change(1, "{}").join();
        assertThat(Heard.next(given)).isEqualTo("1 {}");
        change(2, "{}").join();
        assertThat(Heard.next(given)).isEqualTo("2 {}");
    }

    @Test
    void whoeverAsksWaitsOnlyWhenThereNeverWasOne() throws InterruptedException {
        var answer = CompletableFuture.supplyAsync(() -> {
            try {
                return state.first().version();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        });
        change(7, "{}").join();
        assertThat(answer.join()).isEqualTo(7);
        reopen();
        assertThat(state.first().version()).isEqualTo(7);
        assertThat(state.latestIfNot(OptionalLong.of(7))).isEmpty();
        assertThat(state.latestIfNot(OptionalLong.of(6))).isPresent();
        assertThat(state.latestIfNot(OptionalLong.empty())).isPresent();
    }

    @Test
    void whoeverWaitsHearsThatItIsClosed() {
        state.close();
        assertThatThrownBy(state::first).isInstanceOf(ProblemException.class).hasMessageContaining("closed");
    }

    @Test
    void aDamagedFileIsNotBelieved() throws IOException {
        change(4, "{\"rate\":5}").join();
        Path file = folder.resolve("desired.json");
        Files.writeString(file, Files.readString(file).replace(":5", ":6"));
        reopen();
        assertThat(state.latest()).isEmpty();
        change(5, "{\"rate\":7}").join();
        reopen();
        assertThat(state.latest()).isPresent();
    }

    @Test
    void whatTheDiskDoesNotTakeIsHandedOverButNotSafe() throws IOException {
        state.start(this::handle, LONG);
        Files.createDirectories(folder.resolve("desired.json.new").resolve("in the way"));
        assertThat(change(1, "{\"a\":1}")).failsWithin(Duration.ofSeconds(20));
        assertThat(Heard.next(given)).isEqualTo("1 {\"a\":1}");
    }
}
