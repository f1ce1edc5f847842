// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.job.OperatorJobs;
import dev.signalbox.operator.job.DeviceOutcome;
import dev.signalbox.operator.job.NewJob;
import dev.signalbox.operator.job.NewSeries;
import dev.signalbox.operator.job.RerunJob;
import dev.signalbox.operator.session.Paths;
import io.vertx.ext.web.Router;
import java.util.Locale;

/// Jobs that operators make and watch.
public final class JobRoutes {
    private static final String JOB = Paths.JOBS + "/:job";

    private final OperatorJobs jobs;

    public JobRoutes(OperatorJobs jobs) {
        this.jobs = jobs;
    }

    void add(Router router, Desk desk) {
        router.get(Paths.JOBS).handler(desk.answer(request -> Answer.json(jobs.page(before(request)))));
        router.post(Paths.JOBS)
                .handler(desk.answer(request -> Answer.json(201, jobs.make(request.body(NewJob.class)))));
        router.get(JOB).handler(desk.answer(request -> Answer.json(jobs.get(request.path("job")))));
        router.post(JOB + "/cancel").handler(desk.answer(request -> Answer.json(jobs.cancel(request.path("job")))));
        router.post(JOB + "/rerun")
                .handler(desk.answer(
                        request -> Answer.json(201, jobs.rerun(request.path("job"), request.body(RerunJob.class)))));
        router.get(JOB + "/devices").handler(desk.answer(this::devices));
        router.get(Paths.JOB_SERIES).handler(desk.answer(_ -> Answer.json(jobs.series())));
        router.post(Paths.JOB_SERIES)
                .handler(desk.answer(request -> Answer.json(201, jobs.repeat(request.body(NewSeries.class)))));
        router.delete(Paths.JOB_SERIES + "/:name").handler(desk.answer(request -> {
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
