// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.action;

import dev.signalbox.agent.routing.Switchboard;
import dev.signalbox.agent.step.MessageIds;
import dev.signalbox.agent.step.Sender;
import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.protocol.action.Done;
import dev.signalbox.protocol.action.Injection;
import dev.signalbox.protocol.action.StepCall;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TapQuestion;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.StepAddress;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Hands steps messages of operators, and shows operators what wires carry. The source of a message is `operator`,
/// unless it is to be as if it came on a wire.
public record StepCalls(Switchboard switchboard) {
    private static final String SOURCE = "operator";

    TapPage tap(TapQuestion asked) {
        if (asked.from() == null || asked.to() == null || asked.after() == null) {
            throw new IllegalArgumentException("from, to and after are needed");
        }
        return switchboard.tap(asked);
    }

    Done inject(Injection asked) {
        if (asked.step() == null || asked.payload() == null) {
            throw new IllegalArgumentException("step and payload are needed");
        }
        Body body = Body.of(Json.mapper().convertValue(asked.payload(), Object.class));
        if (Json.write(asked.payload()).length + sizeOf(asked.properties()) > Message.MAX_BYTES) {
            throw ActionProblems.messageTooLarge();
        }
        String source = asked.from().map(StepAddress::toString).orElse(SOURCE);
        var message = new Message(MessageIds.next(), Instant.now(), source, asked.properties(), body);
        switchboard.inject(asked.step(), asked.from(), message);
        return new Done(asked.step() + " has the message.");
    }

    private static long sizeOf(Map<String, String> properties) {
        return properties.entrySet().stream()
                .mapToLong(one -> one.getKey().length() + one.getValue().length())
                .sum();
    }

    /// Waits until all that the message led to is done.
    Done call(StepCall asked) {
        if (asked.step() == null || asked.payload() == null) {
            throw new IllegalArgumentException("step and payload are needed");
        }
        Body body = Body.of(Json.mapper().convertValue(asked.payload(), Object.class));
        var message = new Message(MessageIds.next(), Instant.now(), SOURCE, Map.of(), body);
        try {
            switchboard
                    .call(new Operator(), asked.step(), asked.method(), message)
                    .toCompletableFuture()
                    .copy()
                    .orTimeout(NodeMethods.PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof TimeoutException
                    ? ActionProblems.callGoesOn(asked.step())
                    : ActionProblems.callFailed(asked.step(), why(failed));
        }
        return new Done(asked.step() + " is through with the message.");
    }

    private static String why(CompletionException failed) {
        Throwable cause = failed.getCause();
        return cause == null ? String.valueOf(failed.getMessage()) : String.valueOf(cause.getMessage());
    }

    private record Operator() implements Sender {
        @Override
        public StepAddress address() {
            return new StepAddress(SOURCE, SOURCE);
        }

        @Override
        public String service() {
            return SOURCE;
        }

        @Override
        public boolean isEnding() {
            return false;
        }
    }
}
