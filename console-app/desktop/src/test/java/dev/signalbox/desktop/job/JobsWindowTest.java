// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.JobsInMemory;
import dev.signalbox.desktop.desks.QueriesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.operator.job.JobPhase;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.operator.job.JobView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What a person does on the Jobs page.
class JobsWindowTest {
    private final QueriesInMemory queries = new QueriesInMemory();
    private final List<String> went = new CopyOnWriteArrayList<>();
    private JobsPage page;

    @Test
    void anEmptyPageLeadsToTheForm() throws TimeoutException {
        var jobs = new JobsInMemory();
        Person person = before(jobs);
        person.awaits(() -> person.reads("No jobs yet"));
        person.pictures("jobs-empty");
        person.clicks("#job-first").clicks("#job-method").types("restart");
        person.clicks("#query-field").types("tags.site = 'north'").presses(KeyCode.ESCAPE);
        person.awaits(() -> person.words("#job-make").equals("Make job for 12 devices"));
        person.pictures("job-form");
        person.presses(KeyCode.SHORTCUT, KeyCode.ENTER);
        person.awaits(
                () -> person.sees("#job-name") && person.words("#job-name").startsWith("restart-"));
        JobView made = jobs.page(0).jobs().getFirst();
        assertThat(made.condition()).isEqualTo("tags.site = 'north'");
        assertThat(made.work().method()).isEqualTo("restart");
    }

    @Test
    void whatIsWrongStandsAtItsField() throws TimeoutException {
        var jobs = new JobsInMemory();
        Person person = before(jobs);
        person.clicks("#job-first").fills("#job-window", "0").fills("#job-rate", "1000");
        person.fills("#job-document", "no json").fills("#job-start", "2001-01-01 00:00");
        person.clicks("#query-field").types("tags.site = = 5").presses(KeyCode.ESCAPE);
        person.clicks("#job-make");
        person.awaits(() -> person.words("#query-complaint").startsWith("Column 13: expected "));
        assertThat(person.words("#complaint-method")).isEqualTo("Name the method.");
        assertThat(person.words("#complaint-window")).isEqualTo("Use 1 second to 30 days.");
        assertThat(person.words("#complaint-start")).isEqualTo("That is in the past.");
        assertThat(person.words("#complaint-document")).startsWith("The JSON cannot be read");
        person.pictures("job-form-wrong");
        person.fills("#job-window", "5");
        person.awaits(() -> person.words("#complaint-window").isEmpty());
        assertThat(jobs.page(0).jobs()).isEmpty();
    }

    @Test
    void aJobIsWatchedAndItsFailedDevicesRerunWithOnePress() throws TimeoutException {
        JobsInMemory jobs = SampleJobs.some();
        Person person = before(jobs);
        person.awaits(() -> person.sees("#job-name"));
        assertThat(person.words("#job-tally")).isEqualTo("running — 21 succeeded · 2 failed · 4 running · 13 pending");
        person.pictures("jobs");
        jobs.put(SampleJobs.NEXT, JobPhase.COMPLETED, new JobTally(38, 2, 0, 0, 0, 0));
        dev.signalbox.desktop.pictures.Pictures.on(() -> {
            page.changed("jobs");
            return page;
        });
        person.awaits(() -> person.words("#job-tally").equals("completed, with failures — 38 succeeded · 2 failed"));
        person.clicks("#job-failed-only");
        person.awaits(
                () -> person.finds("#job-devices", DeviceTable.class).getItems().size() == 2);
        person.clicks("press-F1001");
        assertThat(person.words("#job-device-words")).endsWith("before the job's time was over.");
        person.clicks("failed").presses(KeyCode.UP);
        person.pictures("jobs-failed");
        String marked = person.finds("#job-devices", DeviceTable.class)
                .getSelectionModel()
                .getSelectedItem()
                .id();
        person.presses(KeyCode.ENTER).clicks("#job-show-device");
        assertThat(went).containsExactly("DEVICES " + marked, "DEVICES " + marked);
        person.clicks("#job-rerun");
        person.awaits(() -> person.words("#job-name").equals("stop-1121-091200-again"));
        assertThat(person.words("#job-tally")).isEqualTo("running — 2 pending");
        assertThat(person.finds("#job-failed-only", ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void aJobIsCancelledOnlyWhenThePersonConfirms() throws TimeoutException {
        JobsInMemory jobs = SampleJobs.some();
        Person person = before(jobs);
        person.clicks("#job-cancel");
        person.awaits(() -> person.reads("Devices that were not asked yet will not be."));
        person.pictures("dialog-cancel-job");
        person.clicks("Cancel");
        assertThat(jobs.page(0).jobs().getFirst().progress().phase()).isEqualTo(JobPhase.RUNNING);
        person.clicks("#job-cancel").clicks("Cancel job");
        person.awaits(() -> person.words("#job-tally").startsWith("cancelled — "));
        person.leaves();
    }

    @Test
    void aJobIsMadeAgainAsItWas() throws TimeoutException {
        Person person = before(SampleJobs.some());
        person.clicks("#job-again");
        assertThat(person.finds("#job-method", javafx.scene.control.TextField.class)
                        .getText())
                .isEqualTo("stop");
        person.clicks("#job-repeats").fills("#job-every", "2");
        person.pictures("job-form-again");
        person.clicks("#job-make");
        person.awaits(() -> person.reads("every 2 days"));
        person.pictures("jobs-series");
    }

    private Person before(JobsInMemory jobs) {
        return Person.before(() -> {
            page = new JobsPage(jobs, queries, OnFx.toolkit(), (place, argument) -> went.add(place + " " + argument));
            page.shown();
            return (Parent) page.view();
        });
    }
}
