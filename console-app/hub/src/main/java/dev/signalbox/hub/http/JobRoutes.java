// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.job.OperatorJobs;
import dev.signalbox.operator.job.DeviceOutcome;
import dev.signalbox.operator.job.NewJob;
import dev.signalbox.operator.job.NewSeries;
import dev.signalbox.operator.job.RerunJob;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.session.Paths;
import java.util.Locale;

/// Jobs that operators make and watch.
public final class JobRoutes {
    private static final String JOB = Paths.JOBS + "/:job";

    private final OperatorJobs jobs;

    public JobRoutes(OperatorJobs jobs) {
        this.jobs = jobs;
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(Paths.JOBS).handler(desk.answer(request -> Answer.json(jobs.page(before(request)))));
        router.post(Paths.JOBS, Right.OPERATE, "starts job {id}")
                .handler(desk.answer(request -> Answer.json(201, jobs.make(request.body(NewJob.class)))));
        router.look(JOB).handler(desk.answer(request -> Answer.json(jobs.get(request.path("job")))));
        router.post(JOB + "/cancel", Right.OPERATE, "cancels job :job")
                .handler(desk.answer(request -> Answer.json(jobs.cancel(request.path("job")))));
        router.post(JOB + "/rerun", Right.OPERATE, "runs job :job again")
                .handler(desk.answer(
                        request -> Answer.json(201, jobs.rerun(request.path("job"), request.body(RerunJob.class)))));
        router.look(JOB + "/devices").handler(desk.answer(this::devices));
        router.look(Paths.JOB_SERIES).handler(desk.answer(_ -> Answer.json(jobs.series())));
        router.post(Paths.JOB_SERIES, Right.OPERATE, "starts a job series")
                .handler(desk.answer(request -> Answer.json(201, jobs.repeat(request.body(NewSeries.class)))));
        router.delete(Paths.JOB_SERIES + "/:name", Right.OPERATE, "ends job series :name")
                .handler(desk.answer(request -> {
                    jobs.end(request.path("name"));
                    return Answer.NOTHING;
                }));
    }

    private Answer devices(Request request) {
        var outcome = request.query("outcome").map(name -> DeviceOutcome.valueOf(name.toUpperCase(Locale.ROOT)));
        return Answer.json(jobs.devices(
                request.path("job"), outcome, request.query("after").orElse("")));
    }

    private static long before(Request request) {
        String number = request.query("before").orElse(Long.toString(Long.MAX_VALUE));
        if (!number.matches("\\d{1,19}")) {
            throw new IllegalArgumentException("before is a number");
        }
        return Long.parseLong(number);
    }
}
