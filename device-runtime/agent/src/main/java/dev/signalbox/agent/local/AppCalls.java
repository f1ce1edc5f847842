// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import dev.signalbox.agent.step.Exchange;
import dev.signalbox.agent.step.MessageIds;
import dev.signalbox.agent.step.Sender;
import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.StepAddress;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Calls of apps as actions of services: `step/action` of the step or service of that name, an action alone of every
/// step that has it. The message's source is `app/NAME`, to which a service can answer.
public record AppCalls(Exchange exchange) implements Calls {
    private static final String FLOW = "app";
    private static final String EVERYBODY = "*";

    @Override
    public void call(String app, String command, ObjectNode arguments) {
        int slash = command.lastIndexOf('/');
        String destination = slash < 0 ? EVERYBODY : command.substring(0, slash);
        Body body = Body.of(Json.mapper().convertValue(arguments, Object.class));
        var message = new Message(MessageIds.next(), Instant.now(), AppLog.PREFIX + app, Map.of(), body);
        exchange.act(new App(address(app)), destination, command.substring(slash + 1), message);
    }

    private record App(StepAddress address) implements Sender {
        @Override
        public String service() {
            return address.flow();
        }

        @Override
        public boolean isEnding() {
            return false;
        }
    }

    /// What stands in the log if nobody is there; a name that no step could have is left out.
    private static StepAddress address(String app) {
        try {
            return new StepAddress(FLOW, app);
        } catch (IllegalArgumentException noStepsName) {
            return new StepAddress(FLOW, FLOW);
        }
    }
}
