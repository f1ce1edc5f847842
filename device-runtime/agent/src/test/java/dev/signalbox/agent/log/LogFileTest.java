// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.action.LogPage;
import dev.signalbox.protocol.action.LogQuestion;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private static LogLine line(int second, String text) {
        return new LogLine(NOON.plusSeconds(second), "flow/pump", "Pump", LogLevel.DEBUG, text, "", "");
    }

    @Test
    void aSpanIsReadPageByPageAndEachPageIsBounded() throws IOException {
        String long9 = "x".repeat(900);
        try (var log = new LogFile(folder)) {
            IntStream.range(0, 1_000).forEach(n -> log.accept(line(n, n + " " + long9)));
            List<LogPage> pages = pages(log, 100, 900);
            assertThat(pages).hasSizeGreaterThan(5);
            assertThat(pages)
                    .allSatisfy(page ->
                            assertThat(Json.write(page.lines()).length).isLessThanOrEqualTo(LogPage.MOST_BYTES + 2));
            assertThat(pages.stream().flatMap(page -> page.lines().stream()).map(LogLine::at))
                    .isEqualTo(IntStream.range(100, 900)
                            .mapToObj(NOON::plusSeconds)
                            .toList());
        }
    }

    @Test
    void theOldestLinesGoWhenTheRoomIsTaken() throws IOException {
        String text = "x".repeat(8_000);
        try (var log = new LogFile(folder)) {
            IntStream.range(0, 3_000).forEach(n -> log.accept(line(n, text)));
            List<LogLine> kept = lines(log);
            assertThat(kept.getLast().at()).isEqualTo(NOON.plusSeconds(2_999));
            assertThat(kept).hasSizeBetween(1_500, 2_100);
        }
        try (var files = Files.list(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum())
                    .isLessThanOrEqualTo(4 * LogFile.FULL_BYTES);
        }
    }

    @Test
    void whatWasThereBeforeARestartIsStillThereAndATornLineIsLeftOut() throws IOException {
        try (var log = new LogFile(folder)) {
            log.accept(line(1, "before"));
        }
        Files.writeString(folder.resolve("1.jsonl"), "{\"at\":\"2026-11", StandardOpenOption.APPEND);
        try (var log = new LogFile(folder)) {
            log.accept(line(2, "after"));
            assertThat(lines(log)).extracting(LogLine::text).containsExactly("before", "after");
        }
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void nothingWasWrittenYetAndNobodyLeavesTheFolder() throws IOException {
        try (var log = new LogFile(folder.resolve("none"))) {
            assertThat(lines(log)).isEmpty();
            log.accept(line(1, "first"));
            assertThatThrownBy(() -> log.read(new LogQuestion(NOON, NOON, "../../secret:0")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(log.read(new LogQuestion(NOON, NOON.plusSeconds(9), "99:0"))
                            .lines())
                    .isEmpty();
        }
    }

    private static List<LogLine> lines(LogFile log) throws IOException {
        return pages(log, 0, 100_000).stream()
                .flatMap(page -> page.lines().stream())
                .toList();
    }

    private static List<LogPage> pages(LogFile log, int from, int until) throws IOException {
        var pages = new ArrayList<LogPage>();
        String after = "";
        do {
            pages.add(log.read(new LogQuestion(NOON.plusSeconds(from), NOON.plusSeconds(until), after)));
            after = pages.getLast().next();
        } while (!after.isEmpty());
        return pages;
    }
}
