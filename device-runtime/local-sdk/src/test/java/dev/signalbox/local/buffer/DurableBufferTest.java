// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.buffer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.local.message.WhenFull;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableBufferTest {
    private static final long ROOM = 64 << 20;

    @TempDir
    Path folder;

    private DurableBuffer open() {
        return DurableBuffer.open(folder, ROOM, WhenFull.REFUSE);
    }

    private static List<String> taken(DurableBuffer buffer) {
        var all = new ArrayList<String>();
        for (Buffer.Waiting one = buffer.next(); one != null; one = buffer.next()) {
            all.add(new String(one.message(), UTF_8));
        }
        return all;
    }

    private static void add(DurableBuffer buffer, String... messages) {
        List.of(messages).forEach(message -> buffer.add(message.getBytes(UTF_8)));
    }

    @Test
    void whatHasNoReceiptComesAgainWithTheSameIdAfterARestart() {
        String first;
        try (var buffer = open()) {
            add(buffer, "a", "b", "c");
            buffer.received(buffer.next().id());
            first = buffer.next().id();
        }
        try (var buffer = open()) {
            add(buffer, "d");
            assertThat(buffer.next().id()).isEqualTo(first);
            buffer.again();
            assertThat(taken(buffer)).containsExactly("b", "c", "d");
        }
    }

    @Test
    void aReceiptCountsForAllBefore() {
        try (var buffer = open()) {
            add(buffer, "a", "b", "c");
            buffer.next();
            buffer.received(buffer.next().id());
            buffer.again();
            assertThat(taken(buffer)).containsExactly("c");
        }
    }

    @Test
    void aReceiptForWhatWasNotSentCountsForNothing() {
        try (var buffer = open()) {
            add(buffer, "a", "b");
            String second = List.of(buffer.next(), buffer.next()).getLast().id();
            buffer.again();
            buffer.received(second);
            buffer.received("nothing-of-ours");
            assertThat(taken(buffer)).containsExactly("a", "b");
        }
    }

    @Test
    void idsNeverComeTwiceAlsoWhenAllWasTaken() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            try (var buffer = open()) {
                add(buffer, "a");
                ids.add(buffer.next().id());
                buffer.received(ids.getLast());
                assertThat(buffer.isEmpty()).isTrue();
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void filesGoWhenTheirMessagesHaveReceipts() throws Exception {
        String large = "x".repeat(200_000);
        try (var buffer = open()) {
            for (int i = 0; i < 60; i++) {
                add(buffer, large);
            }
            for (Buffer.Waiting one = buffer.next(); one != null; one = buffer.next()) {
                buffer.received(one.id());
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".messages")))
                    .hasSize(1);
        }
    }

    @Test
    void aMessageThatWasHalfWrittenIsCutOff() throws Exception {
        try (var buffer = open()) {
            add(buffer, "whole", "torn");
        }
        Path file;
        try (var files = Files.list(folder)) {
            file = files.filter(one -> one.toString().endsWith(".messages"))
                    .findFirst()
                    .orElseThrow();
        }
        try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() - 2);
        }
        try (var buffer = open()) {
            add(buffer, "next");
            assertThat(taken(buffer)).containsExactly("whole", "next");
        }
    }

    @Test
    void theOldestGiveWayOrTheNewIsRefused() {
        try (var buffer = DurableBuffer.open(folder, 100, WhenFull.DROP_OLDEST)) {
            for (int i = 0; i < 20; i++) {
                add(buffer, "message " + i);
            }
            assertThat(taken(buffer)).endsWith("message 18", "message 19").hasSizeLessThan(10);
        }
        try (var buffer = DurableBuffer.open(folder, 100, WhenFull.REFUSE)) {
            assertThatThrownBy(() -> add(buffer, "x".repeat(60))).hasMessageContaining("local.full");
        }
    }

    @Test
    void whoWaitsForRoomGetsIt() throws Exception {
        try (var buffer = DurableBuffer.open(folder, 100, WhenFull.WAIT)) {
            add(buffer, "x".repeat(80));
            var waiting = Thread.ofVirtual().start(() -> add(buffer, "y".repeat(80)));
            buffer.received(buffer.next().id());
            waiting.join();
            assertThat(taken(buffer)).containsExactly("y".repeat(80));
        }
    }
}
