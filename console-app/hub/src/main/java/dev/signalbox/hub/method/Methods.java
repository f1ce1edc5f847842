// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.method;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/// Calls methods of devices and modules. May be used from any thread.
public final class Methods {
    /// Bytes of a payload in either direction.
    public static final int LARGEST_PAYLOAD = 128 * 1024;

    private static final int MOST_WAITING = 1000;
    private static final byte[] NO_BODY = new byte[0];

    private final Listeners listeners = new Listeners();
    private final Map<Question, CompletableFuture<MethodResult>> open = new ConcurrentHashMap<>();
    private final Map<ClientId, Integer> waiting = new ConcurrentHashMap<>();
    /// Not from one: an answer to a call of before a restart must not fit a call of now.
    private final AtomicLong last = new AtomicLong(System.currentTimeMillis());

    private record Question(ClientId who, String requestId) {}

    /// Calls and returns what was answered. The future fails with a ProblemException: `method.not-online`,
    /// `method.timed-out`, `method.bad-answer`, `method.too-large` or `method.too-many`.
    public CompletableFuture<MethodResult> call(ClientId target, MethodCall call) {
        byte[] body = call.payload().map(Json::write).orElse(NO_BODY);
        if (body.length > LARGEST_PAYLOAD) {
            return CompletableFuture.failedFuture(new ProblemException(MethodProblems.tooLarge(body.length)));
        }
        if (waiting.merge(target, 1, Integer::sum) > MOST_WAITING) {
            oneLess(target);
            return CompletableFuture.failedFuture(new ProblemException(MethodProblems.tooMany(target)));
        }
        return listeners
                .await(target, call.connectTimeout())
                .thenCompose(line -> ask(line, target, call, body))
                .whenComplete((_, _) -> oneLess(target));
    }

    /// Says that one can be called this way from now on.
    public void listens(ClientId who, MethodLine line) {
        listeners.listens(who, line);
    }

    /// Says that this way is gone. Answers may still come another way.
    public void left(ClientId who, MethodLine line) {
        listeners.left(who, line);
    }

    /// Takes an answer; one that nobody waits for any more is dropped.
    public void answered(ClientId who, String requestId, int status, byte[] body) {
        CompletableFuture<MethodResult> asked = open.remove(new Question(who, requestId));
        if (asked == null) {
            return;
        }
        try {
            if (body.length > LARGEST_PAYLOAD) {
                throw new ProblemException(MethodProblems.tooLarge(body.length));
            }
            asked.complete(new MethodResult(status, payload(body)));
        } catch (ProblemException unusable) {
            asked.completeExceptionally(unusable);
        }
    }

    private CompletableFuture<MethodResult> ask(MethodLine line, ClientId target, MethodCall call, byte[] body) {
        var question = new Question(target, Long.toHexString(last.incrementAndGet()));
        var answer = new CompletableFuture<MethodResult>();
        open.put(question, answer);
        line.call(call.name(), question.requestId(), body);
        return answer.orTimeout(call.responseTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> open.remove(question))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(explained(failure, target, call)));
    }

    private static Throwable explained(Throwable failure, ClientId target, MethodCall call) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return failure instanceof TimeoutException || cause instanceof TimeoutException
                ? new ProblemException(MethodProblems.timedOut(target, call.name()))
                : cause instanceof ProblemException known
                        ? new ProblemException(MethodProblems.badAnswer(
                                target, call.name(), known.problem().what()))
                        : cause;
    }

    private static JsonNode payload(byte[] body) {
        JsonNode answered = Json.readTree(body);
        return answered.isMissingNode() ? Json.mapper().nullNode() : answered;
    }

    private void oneLess(ClientId target) {
        waiting.computeIfPresent(target, (_, count) -> count == 1 ? null : count - 1);
    }
}
