// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.spotflow;

import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.stranger.Strangers;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does the work off the connection's thread, and answers what went wrong as problem+json.
public final class SpotflowDesk {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final long LARGEST_OF_STRANGERS = 16L * 1024;
    private static final long LARGEST = 256L * 1024;

    private final Executor blocking;
    private final Notices notices;

    public SpotflowDesk(Executor blocking, Notices notices) {
        this.blocking = blocking;
        this.notices = notices;
    }

    private interface Work {
        Reply of(RoutingContext context, Call call);
    }

    /// Answers devices, who are strangers until the work is done: it checks what they show.
    void serveDevices(Router router, HttpMethod method, String path, Function<Call, Reply> work) {
        serve(router, method, path, LARGEST_OF_STRANGERS, (context, call) -> {
            Reply reply = work.apply(call);
            Strangers.isKnown(context);
            return reply;
        });
    }

    /// Answers those whom somebody let in before.
    void serveOperators(Router router, HttpMethod method, String path, Function<Call, Reply> work) {
        serve(router, method, path, LARGEST, (_, call) -> work.apply(call));
    }

    private void serve(Router router, HttpMethod method, String path, long largest, Work work) {
        router.route(method, path)
                .handler(BodyHandler.create(false).setBodyLimit(largest))
                .failureHandler(this::failed);
        router.route(method, path)
                .handler(context -> blocking.execute(() -> send(context, attempt(context, work))))
                .failureHandler(this::failed);
    }

    private Reply attempt(RoutingContext context, Work work) {
        try {
            return work.of(context, new Call(context));
        } catch (ProblemException known) {
            return refused(context, known.problem());
        } catch (IllegalArgumentException badValue) {
            return refused(context, SpotflowProblems.badValue(String.valueOf(badValue.getMessage())));
        } catch (RuntimeException unexpected) {
            LOG.error("A request failed in a way nobody expected", unexpected);
            return reply(500, SpotflowProblems.failed());
        }
    }

    private Reply refused(RoutingContext context, Problem problem) {
        notices.failedIfStore(problem);
        int status = SpotflowProblems.status(problem);
        if (status == 401 || status == 403 || status == 413) {
            notices.refused("a device from " + context.request().remoteAddress().hostAddress(), problem);
        }
        return reply(status, problem);
    }

    private void failed(RoutingContext context) {
        if (context.failure() instanceof HttpClosedException) {
            return;
        }
        if (context.statusCode() == 413) {
            send(context, refused(context, SpotflowProblems.tooLarge()));
            var _ = context.request().connection().close();
        } else {
            send(context, reply(400, SpotflowProblems.badValue("it is malformed")));
        }
    }

    /// @param problem its code is the type's last part
    private static Reply reply(int status, Problem problem) {
        return Reply.problem(
                status,
                Map.of(
                        "type",
                        "/problems/" + problem.code(),
                        "title",
                        problem.what(),
                        "status",
                        status,
                        "detail",
                        problem.remedy()));
    }

    private static void send(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        if (!reply.type().isEmpty()) {
            response.putHeader("Content-Type", reply.type());
        }
        var _ = response.end(reply.body());
    }
}
