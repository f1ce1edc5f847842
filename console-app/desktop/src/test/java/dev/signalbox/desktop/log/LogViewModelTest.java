// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogViewModelTest {
    private final LogStore store = new LogStore();
    private final LogViewModel model = new LogViewModel(store);
    private int written;

    @BeforeEach
    void tenRowsFit() {
        model.viewSized(10);
    }

    @Test
    void theNewestLinesAreShownWhileFollowing() {
        write(100, LogLevel.DEBUG);
        assertThat(model.top()).isEqualTo(90);
        assertThat(visible().getLast()).isEqualTo("line 99");
    }

    @Test
    void scrollingBackStopsFollowingAndKeepsThePlace() {
        write(100, LogLevel.DEBUG);
        model.readerScrolledBy(-5);
        write(50, LogLevel.DEBUG);
        assertThat(model.following().get()).isFalse();
        assertThat(visible().getFirst()).isEqualTo("line 85");
        assertThat(model.unseen().get()).isEqualTo(50);
    }

    @Test
    void scrollingToTheEndFollowsAgain() {
        write(100, LogLevel.DEBUG);
        model.readerScrolledBy(-5);
        model.readerScrolledBy(5);
        assertThat(model.following().get()).isTrue();
    }

    @Test
    void jumpingToTheNewestFollowsAgain() {
        write(100, LogLevel.DEBUG);
        model.readerPaused();
        write(30, LogLevel.DEBUG);
        model.readerJumpedToNewest();
        assertThat(visible().getLast()).isEqualTo("line 129");
        assertThat(model.unseen().get()).isZero();
    }

    @Test
    void theOldestLinesGiveWayAndAHeldViewMovesOnWithThem() {
        write(100_000, LogLevel.DEBUG);
        model.readerScrolledTo(0);
        write(500, LogLevel.DEBUG);
        assertThat(model.total()).isEqualTo(100_000);
        assertThat(visible().getFirst()).isEqualTo("line 500");
        assertThat(visible()).hasSize(10);
    }

    @Test
    void aFilterIsAppliedToOldAndNewLines() {
        write(20, LogLevel.DEBUG);
        write(3, LogLevel.WARNING);
        model.filter().set(LogFilter.parse("level=warning"));
        assertThat(visible()).containsExactly("line 20", "line 21", "line 22");
        write(5, LogLevel.DEBUG);
        write(1, LogLevel.ERROR);
        assertThat(visible()).containsExactly("line 20", "line 21", "line 22", "line 28");
    }

    @Test
    void filteredLinesThatGaveWayAreNoLongerShown() {
        model.filter().set(LogFilter.parse("level=warning"));
        write(3, LogLevel.WARNING);
        write(99_998, LogLevel.DEBUG);
        assertThat(visible()).containsExactly("line 1", "line 2");
        write(2, LogLevel.DEBUG);
        assertThat(visible()).isEmpty();
        assertThat(model.total()).isEqualTo(100_000);
    }

    @Test
    void warningsAndErrorsAreCountedUntilTheLogIsCleared() {
        write(3, LogLevel.WARNING);
        write(2, LogLevel.ERROR);
        assertThat(store.warnings().get()).isEqualTo(3);
        assertThat(store.errors().get()).isEqualTo(2);
        store.clear();
        assertThat(store.errors().get()).isZero();
        assertThat(visible()).isEmpty();
        write(1, LogLevel.ERROR);
        assertThat(visible()).containsExactly("line 5");
    }

    @Test
    void markedLinesCanBeCopied() {
        write(4, LogLevel.DEBUG);
        model.readerMarked(2);
        model.readerMarkedUpTo(1);
        assertThat(model.copied())
                .isEqualTo("2026-11-21T12:00:00.001Z\tpress-1\tBoiler\tdebug\tline 1\n"
                        + "2026-11-21T12:00:00.002Z\tpress-1\tBoiler\tdebug\tline 2");
    }

    @Test
    void nodesAndServicesSeenAreOfferedInOrder() {
        for (String node : List.of("b", "c", "a", "b")) {
            store.append(List.of(new LogEvent(node, line(LogLevel.DEBUG))));
        }
        assertThat(store.nodes()).containsExactly("a", "b", "c");
    }

    private List<String> visible() {
        var texts = new ArrayList<String>();
        for (long at = model.top(); at < Math.min(model.end(), model.top() + model.rows()); at++) {
            texts.add(model.at(at).line().text());
        }
        return texts;
    }

    private void write(int count, LogLevel level) {
        var lines = new ArrayList<LogEvent>();
        for (int i = 0; i < count; i++) {
            lines.add(new LogEvent("press-1", line(level)));
        }
        store.append(lines);
    }

    private LogLine line(LogLevel level) {
        Instant at = Instant.parse("2026-11-21T12:00:00Z").plusMillis(written);
        return new LogLine(at, "boiler/watch", "Boiler", level, "line " + written++, "", "");
    }
}
