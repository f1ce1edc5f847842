// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.policy.ServiceAccess;
import dev.signalbox.hub.store.Permission;
import dev.signalbox.hub.stranger.Strangers;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets back ends in by their policy before a body is read, does the work off the connection's thread, and answers as
/// IoT Hub does, errors included.
public final class AzureDesk {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final long LARGEST_BODY = 4L * 1024 * 1024;

    private final Executor blocking;
    private final ServiceAccess access;
    private final Notices notices;

    public AzureDesk(Executor blocking, ServiceAccess access, Notices notices) {
        this.blocking = blocking;
        this.access = access;
        this.notices = notices;
    }

    /// Answers requests whose policy grants one of what is wanted.
    void serve(Router router, HttpMethod method, String path, Function<Call, Reply> work, Permission... wanted) {
        serveLater(router, method, path, call -> CompletableFuture.completedFuture(work.apply(call)), wanted);
    }

    /// The same for work that takes its time.
    void serveLater(
            Router router,
            HttpMethod method,
            String path,
            Function<Call, CompletableFuture<Reply>> work,
            Permission... wanted) {
        router.route(method, path).handler(context -> guard(context, wanted));
        work(router, method, path, work);
    }

    /// Answers requests of devices.
    void serveGuarded(Router router, HttpMethod method, String path, DeviceGuard guard, Function<Call, Reply> work) {
        router.route(method, path).handler(context -> guard(context, guard));
        work(router, method, path, call -> CompletableFuture.completedFuture(work.apply(call)));
    }

    private void work(Router router, HttpMethod method, String path, Function<Call, CompletableFuture<Reply>> work) {
        router.route(method, path)
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .failureHandler(this::failed);
        router.route(method, path)
                .handler(context -> blocking.execute(() -> answer(context, work)))
                .failureHandler(this::failed);
    }

    private void guard(RoutingContext context, Permission... wanted) {
        String header = context.request().getHeader("Authorization");
        try {
            access.check(header == null ? "" : header, context.normalizedPath(), wanted);
        } catch (ProblemException refused) {
            notices.refused("a back end from " + host(context), refused.problem());
            send(context, reply(refused.problem()));
            return;
        }
        Strangers.isKnown(context);
        context.next();
    }

    private void guard(RoutingContext context, DeviceGuard guard) {
        context.request().pause();
        var own = context.vertx().getOrCreateContext();
        blocking.execute(() -> {
            try {
                guard.check(new Call(context), context.request());
            } catch (RuntimeException refused) {
                own.runOnContext(_ -> {
                    context.request().resume();
                    send(context, reply(problem(refused)));
                });
                return;
            }
            own.runOnContext(_ -> {
                Strangers.isKnown(context);
                context.request().resume();
                context.next();
            });
        });
    }

    private void answer(RoutingContext context, Function<Call, CompletableFuture<Reply>> work) {
        CompletableFuture<Reply> reply;
        try {
            reply = work.apply(new Call(context));
        } catch (RuntimeException failed) {
            reply = CompletableFuture.failedFuture(failed);
        }
        var _ = reply.exceptionally(failure -> reply(problem(failure))).thenAccept(done -> send(context, done));
    }

    private void failed(RoutingContext context) {
        if (context.statusCode() == 413) {
            notices.refused("a back end from " + host(context), AzureProblems.tooLarge());
            send(context, reply(AzureProblems.tooLarge()));
        } else if (!(context.failure() instanceof HttpClosedException)) {
            send(context, reply(problem(context.failure())));
        }
    }

    private static String host(RoutingContext context) {
        return context.request().remoteAddress().hostAddress();
    }

    private Problem problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof ProblemException known) {
            notices.failedIfStore(known.problem());
            return known.problem();
        }
        if (cause instanceof IllegalArgumentException badValue) {
            return AzureProblems.badArgument(String.valueOf(badValue.getMessage()));
        }
        LOG.error("A request failed in a way nobody expected", cause);
        return AzureProblems.failed();
    }

    /// `ErrorCode:name;sentence` is what Microsoft's clients take apart; for methods they read a number out of JSON
    /// instead. The problem's own code stands beside it.
    private static Reply reply(Problem problem) {
        var error = AzureError.of(problem);
        String sentence = problem.what() + " " + problem.remedy();
        String tracking = UUID.randomUUID().toString();
        String message = problem.code().startsWith("method.")
                ? Json.writeText(Map.of("errorCode", error.number(), "trackingId", tracking, "message", sentence))
                : "ErrorCode:" + error.name() + ";" + sentence.replace(';', ',');
        String exception =
                problem.code().startsWith("method.") ? "" : "Tracking ID:" + tracking + "-TimeStamp:" + Instant.now();
        return Reply.json(
                        error.status(),
                        Map.of("Message", message, "ExceptionMessage", exception, "problem", problem.code()))
                .with("iothub-errorcode", error.name());
    }

    private static void send(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        var _ = response.end(reply.body());
    }
}
