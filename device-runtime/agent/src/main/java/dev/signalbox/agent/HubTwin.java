// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.swap.Orchestrator;
import dev.signalbox.agent.swap.Steps;
import dev.signalbox.api.Body;
import dev.signalbox.api.Twin;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.ReleaseOrder;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.topic.Reserved;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The node's twin at the hub: what the hub reserves in it are orders and goes to the orchestrator, the
/// rest goes to the steps. Told on the link's thread.
final class HubTwin {
    private static final String RESERVED = Reserved.TWIN_PROPERTY.wireName();

    private final Orchestrator orchestrator;
    private final Steps steps;
    private final NodeLog log;
    private ObjectNode reported = Json.mapper().createObjectNode();
    private volatile @Nullable Twin known;

    HubTwin(Orchestrator orchestrator, Steps steps, NodeLog log) {
        this.orchestrator = orchestrator;
        this.steps = steps;
        this.log = log;
    }

    /// The whole of the reported properties; comes before `desired`.
    void reported(ObjectNode whole) {
        whole.remove(RESERVED);
        reported = whole;
    }

    /// The whole of the desired properties.
    void desired(ObjectNode desired, long version) {
        if (desired.get(RESERVED) instanceof ObjectNode order) {
            obey(order);
        }
        desired.remove(RESERVED);
        var now = new Twin(body(desired), version, body(reported));
        known = now;
        steps.tellAll(run -> run.stateUpdate(now));
    }

    private static Body body(ObjectNode part) {
        return Body.of(Json.mapper().convertValue(part, Object.class));
    }

    private void obey(ObjectNode order) {
        try {
            ReleaseOrder ordered = Json.read(Json.write(order), ReleaseOrder.class);
            orchestrator.switches(ordered.switches().orElse(Switches.ALL_ON));
            orchestrator.order(Order.of(ordered));
        } catch (ProblemException malformed) {
            log.runtime(LogLevel.ERROR, malformed.problem().toString());
        }
    }

    /// A step that has just come to run hears what the others heard at sign-in, if that was. From any
    /// thread.
    void welcome(StepHost step) {
        Twin now = known;
        if (now != null) {
            step.tell(run -> run.signedIn());
            step.tell(run -> run.stateUpdate(now));
        }
    }
}
