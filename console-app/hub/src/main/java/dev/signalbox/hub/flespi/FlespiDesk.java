// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.flespi;

import dev.signalbox.hub.channel.ChannelProblems;
import dev.signalbox.hub.channel.ConsumerTokens;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.outflow.Deadline;
import dev.signalbox.hub.outflow.Outflow;
import dev.signalbox.hub.store.StoredConsumerToken;
import dev.signalbox.hub.stranger.Strangers;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets programs in by their token, does what they ask off the connection's thread, and tells what is wrong as flespi
/// does.
public final class FlespiDesk {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final String SCHEME = "FlespiToken ";
    private static final String TOKEN = FlespiDesk.class.getName();
    private static final String TAKEN = TOKEN + ".taken";

    private final Executor blocking;
    private final ConsumerTokens tokens;
    private final Notices notices;
    private final Deadline deadline;

    /// @param deadline for taking an answer: who is slower than that is cut off, lest his readings count for ever
    public FlespiDesk(Executor blocking, ConsumerTokens tokens, Notices notices, Deadline deadline) {
        this.blocking = blocking;
        this.tokens = tokens;
        this.notices = notices;
        this.deadline = deadline;
    }

    void guard(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        Optional<StoredConsumerToken> token = header != null && header.startsWith(SCHEME)
                ? tokens.find(header.substring(SCHEME.length()).strip())
                : Optional.empty();
        if (token.isEmpty()) {
            refuse(context, ChannelProblems.unauthorised());
            return;
        }
        context.put(TOKEN, token.get());
        Strangers.isKnown(context);
        context.next();
    }

    /// Makes a body in JSON, now or later.
    interface Work {
        /// @param taken ends when whoever asks has got his answer or has left
        CompletableFuture<Buffer> begin(StoredConsumerToken token, RoutingContext context, CompletableFuture<?> taken);
    }

    /// Answers with JSON, now or later.
    Handler<RoutingContext> answer(Work work) {
        return context -> blocking.execute(() -> {
            var taken = new CompletableFuture<Boolean>();
            context.put(TAKEN, taken);
            context.response().closeHandler(_ -> taken.complete(false));
            if (context.response().closed()) {
                taken.complete(false);
            }
            var _ = begin(context, work, taken).whenComplete((body, failure) -> {
                if (failure == null) {
                    send(context, 200, body);
                } else {
                    fail(context, failure);
                }
            });
        });
    }

    private static CompletableFuture<Buffer> begin(RoutingContext context, Work work, CompletableFuture<?> taken) {
        try {
            return work.begin(context.get(TOKEN), context, taken);
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /// Answers with bytes of any number.
    Handler<RoutingContext> outflow(BiFunction<StoredConsumerToken, RoutingContext, InputStream> work) {
        return context -> blocking.execute(() -> {
            InputStream bytes;
            try {
                bytes = work.apply(context.get(TOKEN), context);
            } catch (RuntimeException refused) {
                fail(context, refused);
                return;
            }
            Outflow.send(context.response(), bytes);
        });
    }

    void nothingHere(RoutingContext context) {
        send(context, FlespiProblems.nothingHere(context.request().path()));
    }

    void failed(RoutingContext context) {
        fail(context, context.failure() == null ? new IllegalArgumentException("it is malformed") : context.failure());
    }

    private void fail(RoutingContext context, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ProblemException known) {
            notices.failedIfStore(known.problem());
            refuse(context, known.problem());
        } else if (cause instanceof IllegalArgumentException malformed) {
            send(context, ChannelProblems.badRequest(String.valueOf(malformed.getMessage())));
        } else if (!(cause instanceof CancellationException) && !(cause instanceof HttpClosedException)) {
            LOG.error("A request failed in a way nobody expected", cause);
            send(context, FlespiProblems.failed());
        }
    }

    private void refuse(RoutingContext context, Problem problem) {
        int status = FlespiError.of(problem).code();
        if (status == 401 || status == 403) {
            notices.refused(
                    "a program from " + context.request().remoteAddress().hostAddress(), problem);
        }
        send(context, problem);
    }

    private void send(RoutingContext context, Problem problem) {
        var error = FlespiError.of(problem);
        send(context, error.code(), error.body());
    }

    private void send(RoutingContext context, int status, Buffer body) {
        HttpServerResponse response = context.response();
        Optional<CompletableFuture<Boolean>> taken = Optional.ofNullable(context.get(TAKEN));
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(status).putHeader("Content-Type", "application/json");
            Future<Void> all = response.end(body);
            deadline.hold(context.request(), body.length(), all);
            var _ = all.onComplete(_ -> taken.ifPresent(waiting -> waiting.complete(true)));
        }
    }
}
