// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.local.AppCommand;
import dev.signalbox.protocol.local.AppsReached;
import dev.signalbox.protocol.local.FromAgent;
import tools.jackson.databind.node.ObjectNode;

/// Commands that the hub has for local apps, as the method `signalbox.local`.
public record AppMethod(AppExchange.Commands apps) {
    private static final int DONE = 200;
    private static final int WRONG = 400;
    private static final int NOBODY = 404;

    /// Answers 200 with `AppsReached`, or 400 and 404 with a `Problem`.
    ///
    /// @param payload an `AppCommand`
    public MethodAnswer answer(byte[] payload) {
        try {
            AppCommand asked = Json.read(payload, AppCommand.class);
            int reached = apps.command(asked.app(), command(asked));
            return reached == 0
                    ? answer(NOBODY, LocalProblems.notThere(asked.app()))
                    : answer(DONE, new AppsReached(reached));
        } catch (ProblemException malformed) {
            return answer(WRONG, malformed.problem());
        }
    }

    private static FromAgent.Command command(AppCommand asked) {
        if (asked.app() == null || asked.command() == null || asked.command().size() != 1) {
            throw LocalProblems.notOne();
        }
        var one = asked.command().properties().iterator().next();
        if (!(one.getValue() instanceof ObjectNode parameters)) {
            throw LocalProblems.notOne();
        }
        return new FromAgent.Command(one.getKey(), parameters);
    }

    private static MethodAnswer answer(int status, Object value) {
        return new MethodAnswer(status, Json.write(value));
    }
}
