// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.JobsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.job.JobPhase;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobsViewModelTest {
    private final JobsInMemory jobs = SampleJobs.some();

    @Test
    void aPageThatNobodyLooksAtAsksNothing() {
        var model = new JobsViewModel(jobs, OnFx.atOnce());
        model.list().look();
        assertThat(jobs.looks()).isZero();
        model.list().shown();
        model.list().left();
        model.list().look();
        assertThat(jobs.looks()).isEqualTo(1);
    }

    @Test
    void aBusyHubIsAskedNoFasterThanItAnswers() {
        var fx = new ByHand();
        var model = new JobsViewModel(jobs, fx);
        model.list().shown();
        model.list().look();
        model.list().look();
        assertThat(jobs.looks()).isEqualTo(1);
        fx.arriveAll();
        assertThat(jobs.looks()).isEqualTo(2);
    }

    @Test
    void theJobThatIsLookedAtStaysWhenOthersCome() {
        JobsViewModel model = shown();
        model.personChose("tune-south");
        jobs.make(new dev.signalbox.operator.job.NewJob("newest", SampleJobs.STOP, "*", SampleJobs.USUAL));
        model.list().look();
        assertThat(model.list().rows().getFirst().id()).isEqualTo("newest");
        assertThat(model.chosen().get().orElseThrow().id()).isEqualTo("tune-south");
    }

    @Test
    void theTallyInWordsAddsUp() {
        JobsViewModel model = shown();
        JobRow row = row(model, "firmware-of-the-night-northern-works-hall-B-line-4-second-shift");
        assertThat(row.summary()).isEqualTo("completed, with failures — 31 succeeded · 6 failed · 3 unknown");
        assertThat(row.done()).isEqualTo("40 / 40");
        assertThat(row(model, "tag-hall-B").summary()).isEqualTo("completed — 1,204 succeeded");
        assertThat(row(model, "later").summary()).isEqualTo("scheduled — not started");
        assertThat(row(model, "later").ends()).isEqualTo("by 22 Nov 03:00Z");
        assertThat(model.list().series().getFirst().rule()).isEqualTo("call stop every day from 13 Nov 02:00Z");
        assertThat(model.list().series().getFirst().missed()).isEqualTo("3 missed, last 21 Nov 02:00Z");
    }

    @Test
    void theUnknownAreRerunOnlyWhenAskedFor() {
        JobsViewModel model = shown();
        JobRow row = row(model, "firmware-of-the-night-northern-works-hall-B-line-4-second-shift");
        model.personReruns(row, false);
        assertThat(model.chosen().get().orElseThrow().tally()).isEqualTo(new JobTally(0, 0, 0, 6, 0, 0));
        model.personReruns(row, true);
        assertThat(model.chosen().get().orElseThrow().tally()).isEqualTo(new JobTally(0, 0, 0, 9, 0, 0));
        assertThat(model.chosen().get().orElseThrow().origin()).startsWith("failed devices of firmware-");
    }

    @Test
    void aProblemIsSaidAndThePageGoesOn() {
        JobsViewModel model = shown();
        jobs.refuses(Optional.of(new Problem("link.unreachable", "The hub cannot be reached.", "Start it.")));
        model.list().look();
        assertThat(model.list().problem().get()).isPresent();
        jobs.refuses(Optional.empty());
        jobs.put(SampleJobs.NEXT, JobPhase.COMPLETED, new JobTally(40, 0, 0, 0, 0, 0));
        model.list().look();
        assertThat(model.list().problem().get()).isEmpty();
        assertThat(model.list().open()).isEqualTo(1);
    }

    private JobsViewModel shown() {
        var model = new JobsViewModel(jobs, OnFx.atOnce());
        model.list().shown();
        return model;
    }

    private static JobRow row(JobsViewModel model, String id) {
        return model.list().rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
