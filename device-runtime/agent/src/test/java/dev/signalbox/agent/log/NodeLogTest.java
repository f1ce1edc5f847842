// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.testing.process.Await;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeLogTest {
    private static final int LARGEST_MESSAGE = 256 * 1024;

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();
    private volatile boolean taking = true;
    private final NodeLog log = new NodeLog(Clock.systemUTC(), line -> {}, this::take);

    private boolean take(byte[] payload, Map<String, String> properties) {
        if (taking) {
            sizes.add(payload.length);
            Json.readTree(payload).forEach(line -> texts.add(line.get("text").asString()));
        }
        return taking;
    }

    @AfterEach
    void end() {
        log.close();
    }

    private void write(String text) {
        log.write("flow/Pump", "Pump", LogLevel.DEBUG, text, "", "");
    }

    @Test
    void linesArriveInOrder() {
        IntStream.range(0, 1_000).forEach(n -> write("line " + n));
        awaitLast("line 999");
        assertThat(texts)
                .isEqualTo(IntStream.range(0, 1_000).mapToObj(n -> "line " + n).toList());
    }

    @Test
    void noBatchIsLargerThanAMessageMayBe() {
        String worst = "\u0001".repeat(20_000);
        for (int n = 0; n < 50; n++) {
            log.write("flow/Pump", "Pump", LogLevel.ERROR, worst, worst, worst);
        }
        write("the end");
        awaitLast("the end");
        assertThat(texts).hasSize(51);
        assertThat(sizes).allMatch(size -> size <= LARGEST_MESSAGE);
    }

    @Test
    void whatDoesNotFitWhileTheHubIsAwayIsCountedAndSaid() {
        taking = false;
        IntStream.range(0, 12_000).forEach(n -> write("line " + n));
        taking = true;
        awaitLast("line 11999");
        long kept = texts.stream().filter(text -> text.startsWith("line")).count();
        long leftOut = texts.stream()
                .filter(text -> text.contains("lines were left out"))
                .mapToLong(text -> Long.parseLong(text.replaceAll(" .*", "")))
                .sum();
        assertThat(leftOut).isPositive();
        assertThat(kept + leftOut).isEqualTo(12_000);
    }

    private void awaitLast(String text) {
        Await.until("the last line", Duration.ofSeconds(90), () -> texts.contains(text));
    }
}
