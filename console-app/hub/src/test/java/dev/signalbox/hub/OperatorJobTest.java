// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.job.DeviceOutcome;
import dev.signalbox.operator.job.JobDevicePage;
import dev.signalbox.operator.job.JobDeviceView;
import dev.signalbox.operator.job.JobKind;
import dev.signalbox.operator.job.JobPage;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.JobTiming;
import dev.signalbox.operator.job.JobView;
import dev.signalbox.operator.job.JobWork;
import dev.signalbox.operator.job.NewJob;
import dev.signalbox.operator.job.NewSeries;
import dev.signalbox.operator.job.Recurrence;
import dev.signalbox.operator.job.RerunJob;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Jobs as operators make and watch them.
@Timeout(180)
class OperatorJobTest extends OnSite {
    private static final JobTiming NOW = new JobTiming(Optional.empty(), 60, 0, 1);

    @Test
    void theFailedAreRerunAndNobodyElse() throws Exception {
        var first = desk.addNode("pump-1", Map.of("hall", "B"));
        var second = desk.addNode("pump-2", Map.of("hall", "B"));
        desk.addNode("pump-3", Map.of("hall", "C"));
        try (var one = Pump.signedIn(site, first);
                var two = Pump.signedIn(site, second)) {
            one.listen(Topics.METHOD_CALLS, 0);
            two.listen(Topics.METHOD_CALLS, 0);
            make(new NewJob("stop", call("{\"now\":true}"), "tags.hall = 'B'", NOW));
            assertThat(one.answers(200, "{\"stopped\":true}").body()).isEqualTo("{\"now\":true}");
            two.answers(500, "\"jammed\"");
            JobView ended = ended("stop");
            assertThat(ended.progress().tally().succeeded()).isEqualTo(1);
            assertThat(ended.progress().tally().failed()).isEqualTo(1);
            assertThat(devices("stop", "?outcome=failed"))
                    .extracting(JobDeviceView::device, JobDeviceView::outcome, JobDeviceView::attempts)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("pump-2", DeviceOutcome.FAILED, 1));
            assertThat(devices("stop", "?outcome=failed").getFirst().errorText())
                    .startsWith("The device answered 500: jammed.");
            assertThat(ask("POST", Paths.JOBS + "/stop/rerun", new RerunJob("stop-2", false)))
                    .isEqualTo(201);
            two.answers(200, "null");
            JobView rerun = ended("stop-2");
            assertThat(rerun.rerunOf()).isEqualTo("stop");
            assertThat(rerun.progress().tally().succeeded()).isEqualTo(1);
            assertThat(rerun.progress().tally().total()).isEqualTo(1);
            assertThat(one.heard).isEmpty();
        }
        var nothing = desk.ask("POST", Paths.JOBS + "/stop-2/rerun", new RerunJob("stop-3", false));
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).contains("job.nothing-to-rerun");
        assertThat(Json.read(desk.get(Paths.JOBS).body(), JobPage.class).jobs())
                .extracting(JobView::id)
                .containsExactly("stop-2", "stop");
    }

    @Test
    void aDeviceIsAskedAgainAsOftenAsTheJobSays() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.METHOD_CALLS, 0);
            make(new NewJob("stop", call(""), "*", new JobTiming(Optional.empty(), 60, 0, 3)));
            pump.answers(500, "\"busy\"");
            Site.await(() -> !devices("stop", "").isEmpty()
                    && devices("stop", "").getFirst().errorText().contains("busy"));
            pump.answers(200, "1");
            assertThat(ended("stop").progress().tally().succeeded()).isEqualTo(1);
            assertThat(devices("stop", "").getFirst().attempts()).isEqualTo(2);
            assertThat(devices("stop", "").getFirst().errorText()).isEmpty();
        }
    }

    @Test
    void aJobKeepsItsOwnRateBesideAFasterOne() throws Exception {
        var first = desk.addNode("pump-1", Map.of());
        var second = desk.addNode("pump-2", Map.of());
        try (var one = Pump.signedIn(site, first);
                var two = Pump.signedIn(site, second)) {
            one.listen(Topics.METHOD_CALLS, 0);
            two.listen(Topics.METHOD_CALLS, 0);
            make(new NewJob("slow", call(""), "*", new JobTiming(Optional.empty(), 60, 1, 1)));
            one.answers(200, "1");
            make(new NewJob("fast", new JobWork(JobKind.TAGS, "", "{\"seen\":true}", 0), "*", NOW));
            two.answers(200, "1");
            ended("slow");
            assertThat(ended("fast").progress().tally().succeeded()).isEqualTo(2);
        }
        List<Instant> asked = devices("slow", "").stream()
                .map(device -> device.startedAt().orElseThrow())
                .toList();
        assertThat(Duration.between(asked.get(0), asked.get(1)).abs()).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void tagsAndDesiredPropertiesAreChanged() {
        desk.addNode("pump-1", Map.of());
        make(new NewJob("tune", new JobWork(JobKind.DESIRED, "", "{\"speed\":3}", 0), "*", NOW));
        assertThat(ended("tune").work()).isEqualTo(new JobWork(JobKind.DESIRED, "", "{\"speed\":3}", 0));
        make(new NewJob("tag", new JobWork(JobKind.TAGS, "", "{\"hall\":\"B\"}", 0), "*", NOW));
        assertThat(ended("tag").work().kind()).isEqualTo(JobKind.TAGS);
        assertThat(BackEnd.owner(desk).get("/twins/pump-1").body())
                .contains("\"speed\":3")
                .contains("\"hall\":\"B\"");
    }

    @Test
    void whatIsWrongIsSaidOfItsField() {
        var good = new NewJob("stop", call(""), "*", NOW);
        assertRefused("job.id-refused", new NewJob("a b", good.work(), "*", NOW));
        assertRefused("query.malformed", new NewJob("stop", good.work(), "tags.hall =", NOW));
        assertRefused("job.document-refused", new NewJob("stop", call("{"), "*", NOW));
        assertRefused("job.document-refused", new NewJob("stop", new JobWork(JobKind.TAGS, "", "{}", 0), "*", NOW));
        assertRefused("method.", new NewJob("stop", new JobWork(JobKind.CALL, "", "", 0), "*", NOW));
        assertRefused("job.window-refused", timed(new JobTiming(Optional.empty(), 0, 0, 1)));
        assertRefused("job.rate-refused", timed(new JobTiming(Optional.empty(), 60, JobTiming.FASTEST + 1, 1)));
        assertRefused("job.attempts-refused", timed(new JobTiming(Optional.empty(), 60, 0, 6)));
        assertRefused(
                "job.start-refused",
                timed(new JobTiming(Optional.of(Instant.now().minusSeconds(3600)), 60, 0, 1)));
        assertThat(ask("GET", Paths.JOBS + "/stop", "")).isEqualTo(404);
        assertThat(ask("GET", Paths.JOBS + "/stop/devices", "")).isEqualTo(404);
        assertThat(ask("GET", Paths.JOBS + "?before=x", "")).isEqualTo(400);
        assertThat(ask("POST", Paths.JOBS, Map.of("id", "stop"))).isEqualTo(400);
        desk.addNode("pump-1", Map.of());
        make(good);
        assertThat(ask("POST", Paths.JOBS, good)).isEqualTo(409);
        assertThat(ask("GET", Paths.JOBS + "/stop/devices?outcome=odd", "")).isEqualTo(400);
        assertThat(ask("POST", Paths.JOBS + "/stop/cancel", "")).isEqualTo(200);
        assertThat(ask("POST", Paths.JOBS + "/stop/cancel", "")).isEqualTo(409);
    }

    @Test
    void aSeriesMakesAJobOfItsOwnAtOnceAndIsEnded() {
        desk.addNode("pump-1", Map.of());
        var daily = new Recurrence(1, Recurrence.Unit.DAYS, Optional.empty());
        var work = new JobWork(JobKind.TAGS, "", "{\"seen\":true}", 0);
        assertThat(ask("POST", Paths.JOB_SERIES, new NewSeries(new NewJob("nightly", work, "*", NOW), daily)))
                .isEqualTo(201);
        Site.await(
                () -> jobs().size() == 1 && jobs().getFirst().progress().phase().hasEnded());
        assertThat(jobs().getFirst().series()).isEqualTo("nightly");
        assertThat(jobs().getFirst().id()).matches("nightly-\\d{8}-\\d{6}");
        JobSeries series = Json.read(desk.get(Paths.JOB_SERIES).body(), JobSeries[].class)[0];
        assertThat(series.next()).contains(series.first().plus(Duration.ofDays(1)));
        assertThat(ask("POST", Paths.JOB_SERIES, new NewSeries(new NewJob("nightly", work, "*", NOW), daily)))
                .isEqualTo(409);
        var never = new Recurrence(0, Recurrence.Unit.DAYS, Optional.empty());
        assertThat(ask("POST", Paths.JOB_SERIES, new NewSeries(new NewJob("never", work, "*", NOW), never)))
                .isEqualTo(400);
        assertThat(ask("DELETE", Paths.JOB_SERIES + "/nightly", "")).isEqualTo(204);
        assertThat(ask("DELETE", Paths.JOB_SERIES + "/nightly", "")).isEqualTo(404);
        assertThat(jobs()).hasSize(1);
    }

    private static NewJob timed(JobTiming timing) {
        return new NewJob("stop", call(""), "*", timing);
    }

    private static JobWork call(String payload) {
        return new JobWork(JobKind.CALL, "stop", payload, 10);
    }

    private void assertRefused(String code, NewJob job) {
        var answer = desk.ask("POST", Paths.JOBS, job);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"" + code);
    }

    private void make(NewJob job) {
        var answer = desk.ask("POST", Paths.JOBS, job);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private JobView ended(String id) {
        Site.await(() -> job(id).progress().phase().hasEnded());
        return job(id);
    }

    private JobView job(String id) {
        return Json.read(desk.get(Paths.JOBS + "/" + id).body(), JobView.class);
    }

    private List<JobView> jobs() {
        return Json.read(desk.get(Paths.JOBS).body(), JobPage.class).jobs();
    }

    private List<JobDeviceView> devices(String id, String filter) {
        return Json.read(desk.get(Paths.JOBS + "/" + id + "/devices" + filter).body(), JobDevicePage.class)
                .devices();
    }

    private int ask(String method, String path, Object body) {
        return desk.ask(method, path, body).statusCode();
    }
}
