// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import static dev.signalbox.hub.store.Permission.SERVICE_CONNECT;

import dev.signalbox.hub.job.Jobs;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.protocol.codec.ProblemException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.Optional;

/// Jobs: `/jobs/v2`.
public final class JobRoutes {
    private static final String JOB = "/jobs/v2/:job";
    private static final int MOST_LISTED = 100;

    private final Jobs jobs;

    public JobRoutes(Jobs jobs) {
        this.jobs = jobs;
    }

    void add(Router router, AzureDesk desk) {
        desk.serve(router, HttpMethod.GET, "/jobs/v2/query", this::list, SERVICE_CONNECT);
        desk.serve(router, HttpMethod.GET, JOB, call -> Reply.json(jobs.get(call.path("job"))), SERVICE_CONNECT);
        desk.serve(router, HttpMethod.PUT, JOB, this::create, SERVICE_CONNECT);
        desk.serve(router, HttpMethod.POST, JOB + "/cancel", this::cancel, SERVICE_CONNECT);
    }

    private Reply create(Call call) {
        return Reply.json(jobs.create(call.path("job"), call.object()));
    }

    private Reply cancel(Call call) {
        return Reply.json(jobs.cancel(call.path("job")));
    }

    private Reply list(Call call) {
        Optional<String> type = call.query("jobType").filter(wanted -> !wanted.equals("unknown"));
        Optional<String> status = call.query("jobStatus").filter(wanted -> !wanted.equals("unknown"));
        int most = call.header("x-ms-max-item-count")
                .or(() -> call.query("pageSize"))
                .map(text -> Call.number("the page size", text, MOST_LISTED))
                .orElse(MOST_LISTED);
        Jobs.Page page = jobs.list(after(call), most, job -> isWanted(job, type, status));
        Reply reply = Reply.json(page.jobs()).with("x-ms-item-type", "DeviceJob");
        return page.next() == 0 ? reply : reply.with("x-ms-continuation", Long.toString(page.next()));
    }

    private static long after(Call call) {
        String token = call.header("x-ms-continuation")
                .or(() -> call.query("continuationToken"))
                .orElse("0");
        if (!token.matches("\\d{1,18}")) {
            throw new ProblemException(AzureProblems.badArgument("its continuation token is none of this hub's"));
        }
        return Long.parseLong(token);
    }

    private static boolean isWanted(StoredJob job, Optional<String> type, Optional<String> status) {
        return type.filter(wanted -> !wanted.equals(job.order().type())).isEmpty()
                && status.filter(wanted -> !wanted.equals(job.state().wireName()))
                        .isEmpty();
    }
}
