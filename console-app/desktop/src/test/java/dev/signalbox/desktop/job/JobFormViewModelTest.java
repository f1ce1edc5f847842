// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.JobsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.job.JobKind;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.JobTiming;
import dev.signalbox.operator.job.JobWork;
import dev.signalbox.operator.job.Recurrence;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobFormViewModelTest {
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
    private static final JobWork STOP = new JobWork(JobKind.CALL, "stop", "", 30);

    private final JobsInMemory jobs = new JobsInMemory();
    private final List<String> made = new ArrayList<>();
    private final JobFormViewModel model = new JobFormViewModel(jobs, OnFx.atOnce(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aJobThatIsRightIsMade() {
        model.personMakes(draft(STOP, ""), true, made::add);
        assertThat(made).containsExactly("stop-1");
        assertThat(jobs.page(0).jobs().getFirst().condition()).isEqualTo("*");
        assertThat(jobs.page(0).jobs().getFirst().timing()).isEqualTo(new JobTiming(Optional.empty(), 3600, 0, 1));
    }

    @Test
    void aJobThatRepeatsIsMadeASeries() {
        var limits = new JobDraft.Limits("2", 3600, "10", "3");
        var repeat = new JobDraft.Repeat(true, "2", Recurrence.Unit.DAYS, "2026-03-01 00:00");
        model.personMakes(new JobDraft("nightly", STOP, "", "2026-02-01 02:00", repeat, limits), true, made::add);
        JobSeries series = jobs.series().getFirst();
        assertThat(series.rule())
                .isEqualTo(new Recurrence(2, Recurrence.Unit.DAYS, Optional.of(Instant.parse("2026-03-01T00:00:00Z"))));
        assertThat(series.job().timing())
                .isEqualTo(new JobTiming(Optional.of(Instant.parse("2026-02-01T02:00:00Z")), 7200, 10, 3));
    }

    @Test
    void nothingIsMadeWhileAFieldOrTheConditionIsWrong() {
        model.personMakes(draft(STOP, ""), false, made::add);
        model.personMakes(draft(STOP, "2026-01-31 07:59"), true, made::add);
        assertThat(model.complaints().get()).containsOnlyKeys(JobField.START);
        model.typed(draft(STOP, "soon"));
        assertThat(model.complaints().get().get(JobField.START)).contains("2026-01-31 08:00");
        model.personMakes(draft(new JobWork(JobKind.TAGS, "", "[1]", 0), ""), true, made::add);
        assertThat(model.complaints().get()).containsOnlyKeys(JobField.DOCUMENT);
        model.personMakes(draft(new JobWork(JobKind.CALL, "", "null", 1), ""), true, made::add);
        assertThat(model.complaints().get()).containsOnlyKeys(JobField.METHOD, JobField.RESPONSE);
        var repeat = new JobDraft.Repeat(true, "0", Recurrence.Unit.HOURS, "later");
        var limits = new JobDraft.Limits("31", 86_400, "2001", "6");
        model.personMakes(new JobDraft("a b", STOP, "", "", repeat, limits), true, made::add);
        assertThat(model.complaints().get())
                .containsOnlyKeys(
                        JobField.ID, JobField.RULE, JobField.UNTIL, JobField.WINDOW, JobField.RATE, JobField.ATTEMPTS);
        assertThat(made).isEmpty();
        assertThat(jobs.page(0).jobs()).isEmpty();
    }

    @Test
    void whatTheHubRefusesStandsAtItsField() {
        jobs.refuses(Optional.of(new Problem("job.exists", "There is such a job.", "Choose another id.")));
        model.personMakes(draft(STOP, ""), true, made::add);
        assertThat(model.complaints().get()).containsEntry(JobField.ID, "There is such a job.");
        assertThat(model.problem().get()).isEmpty();
        jobs.refuses(Optional.of(new Problem("job.too-many", "10 jobs run already.", "Wait.")));
        model.personMakes(draft(STOP, ""), true, made::add);
        assertThat(model.problem().get().orElseThrow().code()).isEqualTo("job.too-many");
        assertThat(model.busy().get()).isFalse();
        jobs.refuses(Optional.empty());
        model.personMakes(draft(STOP, ""), true, made::add);
        assertThat(made).containsExactly("stop-1");
    }

    @Test
    void namesAreMadeUpAndStayShort() {
        assertThat(model.name("re start!")).isEqualTo("re-start-0131-080000");
        assertThat(JobNames.rerun("a", List.of("a", "a-again"))).isEqualTo("a-again-2");
        assertThat(JobNames.rerun("a-again-2", List.of("a-again", "a-again-2"))).isEqualTo("a-again-3");
        assertThat(JobNames.rerun("x".repeat(64), List.of())).hasSizeLessThanOrEqualTo(64);
    }

    private static JobDraft draft(JobWork work, String start) {
        return new JobDraft("stop-1", work, "", start, JobDraft.Repeat.ONCE, JobDraft.Limits.USUAL);
    }
}
