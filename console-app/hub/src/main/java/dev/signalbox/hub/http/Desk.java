// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.device.Answers;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.outflow.Outflow;
import dev.signalbox.hub.packages.Arrival;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import io.vertx.core.Handler;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns work that may wait for the store into a handler, and whatever happens into an answer.
public final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private final Executor blocking;
    private final Notices notices;

    public Desk(Executor blocking, Notices notices) {
        this.blocking = blocking;
        this.notices = notices;
    }

    Handler<RoutingContext> answer(Function<Request, Answer> work) {
        return context -> blocking.execute(() -> send(context, attempt(context, work)));
    }

    /// The same for work that goes on elsewhere after it was begun.
    Handler<RoutingContext> answerLater(Function<Request, CompletableFuture<Answer>> work) {
        return context -> blocking.execute(() -> {
            var _ = begin(context, work)
                    .exceptionally(failure -> attempt(context, _ -> {
                        throw cause(failure);
                    }))
                    .thenAccept(answer -> send(context, answer));
        });
    }

    private static CompletableFuture<Answer> begin(
            RoutingContext context, Function<Request, CompletableFuture<Answer>> work) {
        try {
            return work.apply(new Request(context));
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private static RuntimeException cause(Throwable failure) {
        Throwable why =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return why instanceof RuntimeException known ? known : new IllegalStateException(why);
    }

    /// Answers with bytes that need not fit into memory.
    Handler<RoutingContext> outflow(Function<Request, InputStream> work) {
        return context -> blocking.execute(() -> {
            var bytes = new AtomicReference<InputStream>();
            Answer refusal = attempt(context, request -> {
                bytes.set(work.apply(request));
                return Answer.NOTHING;
            });
            InputStream opened = bytes.get();
            if (opened == null) {
                send(context, refusal);
            } else {
                Outflow.send(context.response(), opened);
            }
        });
    }

    /// Writes a body of any length to a file as it comes, and then goes on with that.
    Handler<RoutingContext> inflow(Function<Request, Arrival> work) {
        return context -> {
            context.request().pause();
            var own = context.vertx().getOrCreateContext();
            blocking.execute(() -> {
                var begun = new AtomicReference<Arrival>();
                Answer refusal = attempt(context, request -> {
                    begun.set(work.apply(request));
                    return Answer.NOTHING;
                });
                Arrival arrival = begun.get();
                own.runOnContext(_ -> {
                    if (arrival == null) {
                        context.request().resume();
                        send(context, refusal);
                    } else {
                        receive(context, arrival);
                    }
                });
            });
        };
    }

    private void receive(RoutingContext context, Arrival arrival) {
        var options = new OpenOptions().setRead(false).setCreateNew(true).setPerms("rw-------");
        context.vertx()
                .fileSystem()
                .open(arrival.part().toString(), options)
                .compose(file -> context.request().pipeTo(file))
                .onComplete(ended -> blocking.execute(() -> {
                    try (arrival) {
                        send(context, attempt(context, _ -> {
                            if (ended.failed()) {
                                throw arrival.brokeOff();
                            }
                            arrival.whole();
                            return Answer.NOTHING;
                        }));
                    }
                }));
    }

    /// Goes on with the next handler once the work is done, or answers why not.
    Handler<RoutingContext> first(java.util.function.Consumer<RoutingContext> work) {
        return context -> {
            context.request().pause();
            var own = context.vertx().getOrCreateContext();
            blocking.execute(() -> {
                Answer refusal = attempt(context, request -> {
                    work.accept(context);
                    return Answer.NOTHING;
                });
                own.runOnContext(_ -> {
                    context.request().resume();
                    if (refusal.equals(Answer.NOTHING)) {
                        context.next();
                    } else {
                        send(context, refusal);
                    }
                });
            });
        };
    }

    void refuse(RoutingContext context, Problem problem) {
        note(context, problem);
        send(context, Answer.json(Statuses.of(problem), problem));
    }

    void failed(RoutingContext context) {
        if (context.failure() instanceof HttpClosedException) {
            return;
        }
        int status = status(context);
        String path = context.request().path();
        Problem problem = switch (status) {
            case 404 -> HttpProblems.noSuchPath(path);
            case 405 -> HttpProblems.noSuchMethod(context.request().method().name(), path);
            case 413 -> HttpProblems.tooLarge();
            case 400 -> HttpProblems.badValue("it is malformed");
            default -> unexpected(context.failure());
        };
        note(context, problem);
        send(context, Answer.json(status, problem));
        if (status == 413 && Request.isStranger(context)) {
            var _ = context.request().connection().close();
        }
    }

    /// The library fails a request that it cannot read with the status of a good one.
    private static int status(RoutingContext context) {
        return context.statusCode() < 0 ? 500 : context.statusCode() < 400 ? 400 : context.statusCode();
    }

    /// Tells operators of attempts to get what one may not have.
    private void note(RoutingContext context, Problem problem) {
        boolean knocks = Request.isStranger(context) && problem.code().startsWith("device.");
        if (knocks || Statuses.isAttempt(problem)) {
            notices.refused(Request.from(context), problem);
        }
    }

    private Answer attempt(RoutingContext context, Function<Request, Answer> work) {
        try {
            return work.apply(new Request(context));
        } catch (ProblemException known) {
            notices.failedIfStore(known.problem());
            note(context, known.problem());
            Problem told = Request.isStranger(context) ? Answers.to(known.problem()) : known.problem();
            return Answer.json(Statuses.of(told), told);
        } catch (IllegalArgumentException badValue) {
            Problem problem = HttpProblems.badValue(String.valueOf(badValue.getMessage()));
            return Answer.json(Statuses.of(problem), problem);
        } catch (RuntimeException unexpected) {
            return Answer.json(500, unexpected(unexpected));
        }
    }

    private static Problem unexpected(Throwable failure) {
        LOG.error("A request failed in a way nobody expected", failure);
        return HttpProblems.failed();
    }

    private static void send(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        if (answer.type().isEmpty()) {
            var _ = response.end();
        } else {
            response.putHeader("Content-Type", answer.type());
            var _ = response.end(answer.body());
        }
    }
}
