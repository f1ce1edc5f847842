// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.spotflow;

import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.stranger.Strangers;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Executor blocking;
    private final Notices notices;
    private final Clock clock;

    /// @param clock the hub's, which answers tell: a device's own may be wrong
    public SpotflowDesk(Executor blocking, Notices notices, Clock clock) {
        this.blocking = blocking;
        this.notices = notices;
        this.clock = clock;
    }

    private interface Work {
        Reply of(RoutingContext context, Call call);
    }

    /// Answers devices, who are strangers until the work is done: it checks what they show.
    void serveDevices(Router router, HttpMethod method, String path, Function<Call, Reply> work) {
        read(router.route(method, path), LARGEST_OF_STRANGERS);
        serve(router.route(method, path), (context, call) -> {
            Reply reply = work.apply(call);
            Strangers.isKnown(context);
            return reply;
        });
    }

    /// Reads what operators send, who were let in before. To be called before `serveOperators`.
    void readFromOperators(Route route) {
        read(route, LARGEST);
    }

    void serveOperators(Route route, Function<Call, Reply> work) {
        serve(route, (_, call) -> work.apply(call));
    }

    private void read(Route route, long largest) {
        route.handler(BodyHandler.create(false).setBodyLimit(largest)).failureHandler(this::failed);
    }

    private void serve(Route route, Work work) {
        route.handler(context -> blocking.execute(() -> send(context, attempt(context, work))))
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

    private void send(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        response.putHeader("Date", DATE.format(clock.instant()));
        if (!reply.type().isEmpty()) {
            response.putHeader("Content-Type", reply.type());
        }
        var _ = response.end(reply.body());
    }
}
