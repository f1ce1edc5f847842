// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import dev.signalbox.agent.step.Completion;
import dev.signalbox.agent.step.Exchange;
import dev.signalbox.agent.step.Sender;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.local.FromAgent;
import dev.signalbox.protocol.report.LogLevel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Lets services tell local apps: an action of the destination `app/NAME` is a command of that app. All else goes the
/// usual ways.
public record AppExchange(Exchange usual, Commands apps, Surroundings around) implements Exchange {
    /// Hands a command to apps; answers how many there are.
    @FunctionalInterface
    public interface Commands {
        int command(String app, FromAgent.Command command);
    }

    @Override
    public void emit(StepHost from, Message message, Optional<Completion> completion) {
        usual.emit(from, message, completion);
    }

    @Override
    public void submit(Sender from, Message message) {
        usual.submit(from, message);
    }

    @Override
    public void act(Sender from, String destination, String action, Message message) {
        if (!destination.startsWith(AppLog.PREFIX)) {
            usual.act(from, destination, action, message);
            return;
        }
        String app = destination.substring(AppLog.PREFIX.length());
        if (apps.command(app, new FromAgent.Command(action, parameters(message.body()))) == 0) {
            AppLog.write(around.log(), app, LogLevel.WARNING, LocalProblems.notThere(app));
        }
    }

    /// An object as it is; anything else as the member `value` of one.
    private static ObjectNode parameters(Body body) {
        Object value = body.isBytes() ? body.asBytes() : body.raw();
        Map<?, ?> object = value instanceof Map<?, ?> map ? map : value == null ? Map.of() : Map.of("value", value);
        return Json.mapper().valueToTree(object);
    }

    @Override
    public String serviceAt(String address) {
        return usual.serviceAt(address);
    }

    @Override
    public void listen(StepHost by, String address) {
        usual.listen(by, address);
    }

    @Override
    public void listenOnly(StepHost by, Set<String> addresses) {
        usual.listenOnly(by, addresses);
    }
}
