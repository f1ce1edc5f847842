// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.live.ChangeFeed;
import dev.signalbox.hub.live.Channel;
import dev.signalbox.hub.live.LogFeed;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.operator.job.JobKind;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.JobTiming;
import dev.signalbox.operator.job.JobWork;
import dev.signalbox.operator.job.NewJob;
import dev.signalbox.operator.job.NewSeries;
import dev.signalbox.operator.job.Recurrence;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Series over days, with a clock that is set by hand.
class RecurringTest {
    private static final Instant FIRST = Instant.parse("2026-03-01T02:00:00Z");
    private static final NewJob JOB = new NewJob(
            "nightly",
            new JobWork(JobKind.TAGS, "", "{\"seen\":true}", 0),
            "*",
            new JobTiming(Optional.of(FIRST), 3600, 0, 1));

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private SqliteRegistry store;
    private LogFeed logs;
    private ChangeFeed changes;

    @BeforeEach
    void open() {
        store = SqliteRegistry.open(folder.resolve("registry.db"));
        logs = new LogFeed(Clock.systemUTC());
        changes = new ChangeFeed();
        var _ = logs.watch(new Listening(), OptionalLong.empty());
    }

    @AfterEach
    void close() {
        changes.close();
        logs.close();
        store.close();
    }

    @Test
    void eachOccurrenceIsAJobOfItsOwnAlsoAfterARestart() {
        daily(Optional.empty());
        assertThat(at(FIRST.minusSeconds(1)).makeDue()).contains(FIRST);
        assertThat(jobs()).isEmpty();
        assertThat(at(FIRST).makeDue()).contains(FIRST.plus(Duration.ofDays(1)));
        at(FIRST).makeDue();
        store.close();
        open();
        at(FIRST.plus(Duration.ofDays(1)).plusSeconds(30)).makeDue();
        assertThat(jobs()).containsExactly("nightly-20260301-020000", "nightly-20260302-020000");
        assertThat(series().missed()).isZero();
    }

    @Test
    void whatWasMissedIsToldAndNotMadeUpFor() {
        daily(Optional.empty());
        Instant back = FIRST.plus(Duration.ofHours(24 * 5 + 3));
        assertThat(at(back).makeDue()).contains(FIRST.plus(Duration.ofDays(6)));
        assertThat(jobs()).isEmpty();
        assertThat(series().missed()).isEqualTo(6);
        assertThat(series().lastMissed()).contains(FIRST.plus(Duration.ofDays(5)));
        Await.until(
                "the log tells it",
                Duration.ofSeconds(15),
                () -> said.stream().anyMatch(line -> line.contains("nightly missed 6 occurrences")));
    }

    @Test
    void theOneThatIsDueWhenTheHubComesBackIsMade() {
        daily(Optional.empty());
        at(FIRST.plus(Duration.ofDays(3)).plusSeconds(20)).makeDue();
        assertThat(jobs()).containsExactly("nightly-20260304-020000");
        assertThat(series().missed()).isEqualTo(3);
    }

    @Test
    void aSeriesEndsWhenItsTimeIsOver() {
        daily(Optional.of(FIRST.plus(Duration.ofDays(1))));
        at(FIRST).makeDue();
        assertThat(at(FIRST.plus(Duration.ofDays(1))).makeDue()).isEmpty();
        assertThat(jobs()).hasSize(2);
        assertThat(at(FIRST.plus(Duration.ofDays(9))).makeDue()).isEmpty();
        assertThat(series().missed()).isZero();
    }

    @Test
    void aJobThatCannotBeMadeIsToldAndCounted() {
        daily(Optional.empty());
        at(FIRST).makeDue();
        store.commit(records -> {
            JobSeries series = records.jobSeries().find("nightly").orElseThrow();
            records.jobSeries()
                    .put(new JobSeries(series.job(), series.rule(), FIRST, Optional.of(FIRST), 0, Optional.empty()));
            return true;
        });
        at(FIRST).makeDue();
        assertThat(series().missed()).isEqualTo(1);
        Await.until(
                "the log tells it",
                Duration.ofSeconds(15),
                () -> said.stream().anyMatch(line -> line.contains("nightly could not make its job")));
    }

    private void daily(Optional<Instant> until) {
        at(FIRST.minusSeconds(60)).make(new NewSeries(JOB, new Recurrence(1, Recurrence.Unit.DAYS, until)));
    }

    private Recurring at(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Recurring(store, new JobNews(new Notices(logs, clock), changes), clock);
    }

    private List<String> jobs() {
        return store.read(records ->
                records.jobs().after(0, 100).stream().map(StoredJob::id).toList());
    }

    private JobSeries series() {
        return store.read(records -> records.jobSeries().find("nightly").orElseThrow());
    }

    private final class Listening implements Channel {
        @Override
        public boolean full() {
            return false;
        }

        @Override
        public void send(String frame) {
            said.add(frame);
        }

        @Override
        public void end() {
            throw new AssertionError("nobody is cut off");
        }
    }
}
