// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.action;

import dev.signalbox.agent.guard.Supervisor;
import dev.signalbox.agent.log.LogFile;
import dev.signalbox.agent.log.Loudness;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.message.MethodCall;
import dev.signalbox.protocol.action.Done;
import dev.signalbox.protocol.action.Injection;
import dev.signalbox.protocol.action.LogPage;
import dev.signalbox.protocol.action.LogQuestion;
import dev.signalbox.protocol.action.LogWish;
import dev.signalbox.protocol.action.NodeMethod;
import dev.signalbox.protocol.action.Pong;
import dev.signalbox.protocol.action.StepCall;
import dev.signalbox.protocol.action.StepWish;
import dev.signalbox.protocol.action.TapQuestion;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.StepReport;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Answers the methods that the hub calls for operators. Each call is on a thread of its own and may
/// wait, at most 25 s: the hub waits for 30.
public final class NodeMethods {
    static final int PATIENCE_SECONDS = 25;

    private static final int DONE = 200;
    private static final int REFUSED = 409;
    private static final int WRONG = 400;

    private final Logs logs;
    private final Function<StepWish, CompletableFuture<StepReport>> steps;
    private final StepCalls calls;
    private final Whole whole;
    private final long begin = System.nanoTime();

    /// @param file the node's own
    /// @param level which lines the hub gets
    public record Logs(LogFile file, Loudness level) {}

    /// What is done with the node as a whole.
    ///
    /// @param sync asks the hub for the twin and reports anew; returns at once
    /// @param converge tries again what keeps the node from running what is assigned; returns at once
    public record Whole(Clock clock, Supervisor supervisor, Runnable sync, Runnable converge) {}

    /// @param steps restarts, stops and starts them
    public NodeMethods(
            Whole whole, Function<StepWish, CompletableFuture<StepReport>> steps, StepCalls calls, Logs logs) {
        this.whole = whole;
        this.steps = steps;
        this.calls = calls;
        this.logs = logs;
    }

    /// Empty when it is none of these methods.
    public Optional<MethodAnswer> answer(MethodCall call) {
        return NodeMethod.called(call.name()).map(method -> answer(method, call.payload()));
    }

    private MethodAnswer answer(NodeMethod method, byte[] payload) {
        try {
            return new MethodAnswer(DONE, Json.write(done(method, payload)));
        } catch (ProblemException refused) {
            boolean malformed = refused.problem().code().endsWith("malformed");
            return new MethodAnswer(malformed ? WRONG : REFUSED, Json.write(refused.problem()));
        } catch (IllegalArgumentException bad) {
            var problem =
                    ActionProblems.badQuestion(String.valueOf(bad.getMessage())).problem();
            return new MethodAnswer(WRONG, Json.write(problem));
        }
    }

    private Record done(NodeMethod method, byte[] payload) {
        return switch (method) {
            case PING -> new Pong(whole.clock().instant(), upMillis());
            case RESTART -> restart();
            case SYNC -> sync();
            case CONVERGE -> converge();
            case STEP -> step(read(payload, StepWish.class));
            case CALL -> calls.call(read(payload, StepCall.class));
            case TAP -> calls.tap(read(payload, TapQuestion.class));
            case INJECT -> calls.inject(read(payload, Injection.class));
            case LOG_LEVEL -> level(read(payload, LogWish.class));
            case LOGS -> page(read(payload, LogQuestion.class));
        };
    }

    private static <T extends Record> T read(byte[] payload, Class<T> type) {
        return Json.read(payload, type);
    }

    private long upMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private Done restart() {
        if (!whole.supervisor().startsAgain()) {
            throw ActionProblems.unsupervised();
        }
        whole.supervisor().restart();
        return new Done("The node ends now, and its supervisor starts it again.");
    }

    private Done sync() {
        whole.sync().run();
        return new Done("The node asks for its twin and its orders again.");
    }

    private Done converge() {
        whole.converge().run();
        return new Done("The node tries again to run what is assigned to it.");
    }

    private StepReport step(StepWish wish) {
        if (wish.step() == null || wish.deed() == null) {
            throw new IllegalArgumentException("step and deed are needed");
        }
        return await(steps.apply(wish));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ProblemException told
                    ? told
                    : failed.getCause() instanceof TimeoutException ? ActionProblems.busy() : failed;
        }
    }

    private Done level(LogWish wish) {
        if (wish.level() == null) {
            throw new IllegalArgumentException("a level is needed");
        }
        if (!logs.level().set(wish)) {
            throw ActionProblems.tooManyLevels();
        }
        String whose = wish.step().map(step -> "of " + step + " ").orElse("");
        return new Done(
                wish.seconds() == 0
                        ? "All lines " + whose + "are sent again."
                        : "Lines " + whose + "of level "
                                + wish.level().name().toLowerCase(java.util.Locale.ROOT) + " and worse are sent for "
                                + wish.seconds() + " s; the node's own log has them all.");
    }

    private LogPage page(LogQuestion asked) {
        if (asked.from() == null || asked.until() == null || asked.after() == null) {
            throw new IllegalArgumentException("from, until and after are needed");
        }
        try {
            return logs.file().read(asked);
        } catch (IOException unreadable) {
            throw ActionProblems.logUnreadable(String.valueOf(unreadable.getMessage()));
        }
    }
}
